import type { ScratchDatabase } from "../database/database.js";
import { inRepository } from "../harness/paths.js";
import { progress } from "../harness/progress.js";
import type { ServerProcess } from "../harness/server-process.js";
import { runCli } from "../import/cli-run.js";
import type { AskedServer } from "../reads/read-contender.js";
import { startService } from "../service/service.js";
import { type Grant, TokenIssuer } from "./token-issuer.js";

/** What the variants of the service are called. */
export const OPEN = "open";
export const OPERATOR = "operator, ES256";
export const OPERATOR_RSA = "operator, RS256";
export const OF_GROUPS = "5 groups, ES256";
export const HELD = "5 groups, row level security";

/** The service, as one kind of caller asks it. */
export interface CallerVariant extends Required<AskedServer> {
  readonly process: ServerProcess;
}

/** The database that all of them use, and the groups of the caller who has not all of them. */
export interface Common {
  readonly url: string;
  readonly groups: readonly string[];
}

/** Starts the variants that ask who is calling, on a database whose schema is there. */
export async function startVariants(database: ScratchDatabase, { url, groups }: Common): Promise<CallerVariant[]> {
  const issuer = await TokenIssuer.create();
  const held = await database.forRole(url);
  await runCli(inRepository("dist/src/cli/namesake.js"), url, ["migrate", "--grant-to", held.username]);
  const variants: readonly (Grant & { name: string; databaseUrl: string })[] = [
    { name: OPERATOR, databaseUrl: url, algorithm: "ES256", groups: "*" },
    { name: OPERATOR_RSA, databaseUrl: url, algorithm: "RS256", groups: "*" },
    { name: OF_GROUPS, databaseUrl: url, algorithm: "ES256", groups },
    { name: HELD, databaseUrl: held.href, algorithm: "ES256", groups },
  ];
  const running: CallerVariant[] = [];
  try {
    for (const { name, databaseUrl, ...grant } of variants) {
      progress(`callers: ${name} is started`);
      const process = await startService(databaseUrl, issuer.settings);
      running.push({ name, process, url: process.url, headers: await issuer.headersFor(grant) });
    }
    return running;
  } catch (error) {
    for (const { process } of running) await process.stop();
    throw error;
  }
}
