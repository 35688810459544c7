import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { readSettings, type Settings } from "../infrastructure/settings.js";
import { packageFile } from "../package-file.js";
import { Service } from "../service.js";
import { clientOf } from "./ask.js";
import { type Case, type Outcome, play } from "./play.js";

/** The table that comes with the service. */
const CASES_FILE = packageFile("cases/first-authentication.json");

/** Plays every row of a table through the HTTP API of a service on a throw-away database. True where all agree. */
export async function playAll(casesFile: string | URL = CASES_FILE): Promise<boolean> {
  const dataDirectory = await mkdtemp(join(tmpdir(), "namesake-demo-"));
  const settings: Settings = { ...readSettings({}), port: 0, dataDirectory, logLevel: "silent" };
  try {
    const service = await Service.start(settings, pino({ level: "silent" }), { durable: false });
    try {
      const cases: Case[] = JSON.parse(await readFile(casesFile, "utf8"));
      const ask = clientOf(service.url);
      const lines = [HEADER];
      let agree = true;
      for (const one of cases) {
        const outcome = await play(one, ask);
        lines.push(lineOf(one, outcome));
        agree &&= outcome.agrees;
      }
      process.stdout.write(table(lines));
      return agree;
    } finally {
      await service.stop();
    }
  } finally {
    await rm(dataDirectory, { recursive: true, force: true });
  }
}

const HEADER = ["row", "case", "master before", "member before", "authenticated as", "preview", "member now", "agrees"];

function lineOf(one: Case, { decision, member, agrees }: Outcome): string[] {
  return [
    `${one.row}`,
    one.tableCase === null ? "-" : `${one.tableCase}`,
    `${one.nameBefore}, not authenticated`,
    `${one.memberName}, ${one.memberAuthenticated ? "authenticated" : "not authenticated"}`,
    one.nameAfter,
    `${decision.synchronized ? "yes" : "no"}, ${decision.reason}, ${decision.effect}`,
    `${member.enterpriseName}, ${words(member.authenticationOrigin ?? member.authenticationStatus)}`,
    agrees ? "yes" : "NO",
  ];
}

function words(value: string): string {
  return value.toLowerCase().replace("_", " ");
}

function table(lines: readonly string[][]): string {
  const widths = HEADER.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const padded = lines.map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  "));
  return padded.map((line) => `${line.trimEnd()}\n`).join("");
}
