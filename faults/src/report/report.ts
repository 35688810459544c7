import { readFile, writeFile } from "node:fs/promises";
import type { Findings } from "../scenario.js";
import type { Machine } from "./machine.js";
import type { Reported, Results } from "./results.js";

const BEGIN = "<!-- what `npm run faults -- --full` has found -->";
const END = "<!-- /found -->";

/** Puts the figures between the two marks of a page, whose other text is written by hand. @param names in the order of the rows */
export async function writeReport(page: string, results: Results, names: readonly string[]): Promise<void> {
  const text = await readFile(page, "utf8").catch(() => `# Reliability\n\n${BEGIN}\n${END}\n`);
  const [before, rest] = text.split(BEGIN);
  const [, after] = (rest ?? "").split(END);
  if (before === undefined || after === undefined) throw new Error(`${page} has no place for the figures.`);
  await writeFile(page, `${before}${BEGIN}\n\n${figuresOf(results, names)}\n\n${END}${after}`);
}

function figuresOf({ machine, scenarios, controls }: Results, names: readonly string[]): string {
  const all = names.flatMap((name) => scenarios[name] ?? []);
  return [
    table(
      ["fault", "to reach", "driven", "requests", "lost / twice / torn", "back after, median / longest", "reached"],
      all.map(row),
    ),
    "What was answered, by status and code, and what else was measured:",
    table(["fault", "answers", "measured", "seed"], all.map(details)),
    "With a safeguard taken away on purpose, the checker has to find what is wrong:",
    table(
      ["taken away", "under", "lost / twice / torn / unexplained", "found"],
      names
        .flatMap((name) => controls[name] ?? [])
        .map((control) => [control.title, control.scenario, findings(control.figures.findings, true), passed(control)]),
    ),
    machineSentence(machine),
  ].join("\n\n");
}

function row(one: Reported): string[] {
  const { injected, requests, findings: found, recoveryMs } = one.figures;
  const recovery = recoveryMs ? `${duration(recoveryMs.median)} / ${duration(recoveryMs.max)}` : "";
  return [
    `${one.name}: ${one.title}`,
    one.toReach,
    count(injected),
    count(requests),
    findings(found),
    recovery,
    passed(one),
  ];
}

function details({ name, seed, figures: { answers, measured = {} } }: Reported): string[] {
  const inWords = (pairs: Readonly<Record<string, number | string>>) =>
    Object.entries(pairs)
      .map(([what, value]) => `${what}: ${typeof value === "number" ? count(value) : value}`)
      .join("; ");
  return [name, inWords(answers), inWords(measured), seed];
}

function findings(found: Findings | undefined, withOrder = false): string {
  if (found === undefined) return "";
  const { lost, twice, torn, unexplained } = found;
  return [lost, twice, torn, ...(withOrder || unexplained > 0 ? [unexplained] : [])].map(count).join(" / ");
}

function passed({ figures: { problems } }: Reported): string {
  return problems.length === 0 ? "yes" : `**no**: ${problems[0]}`;
}

function machineSentence({ processor, cores, memoryGiB, system, node, postgres }: Machine): string {
  return `Taken on ${cores} cores of ${processor}, ${memoryGiB} GiB, ${system}, Node.js ${node.slice(1)}, PostgreSQL ${postgres}.`;
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
  return [line(header), `|${header.map(() => "---").join("|")}|`, ...rows.map(line)].join("\n");
}

function count(value: number): string {
  return (Math.round(value * 10) / 10).toLocaleString("en");
}

function duration(ms: number): string {
  return ms >= 1_000 ? `${(ms / 1_000).toFixed(1)} s` : `${Math.round(ms)} ms`;
}
