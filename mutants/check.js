import { existsSync, readFileSync } from "node:fs";
import { equivalents } from "./equivalents.js";

/**
 * Fails where Stryker's report has less than is promised: 95 % of the domain's mutants killed, and in the files that decide who
 * is synchronized all of them. Equivalent mutants do not count, and each that is listed must still be there and survive.
 */
const LEAST = 95;
const WITHOUT_SURVIVORS = [
  "sync-policy.ts",
  "sync-decision.ts",
  "first-authentication-table.ts",
  "member-decision.ts",
  "explain.ts",
  "name-key.ts",
  "enterprise-name.ts",
].map((name) => `src/domain/${name}`);

const { files } = JSON.parse(readFileSync("mutants/reports/mutants.json", "utf8"));
const mutants = Object.entries(files).flatMap(([file, { source, mutants }]) =>
  mutants.map((mutant) => ({ ...mutant, file, mutator: mutant.mutatorName, code: textAt(source, mutant.location) })),
);
const killed = mutants.filter(({ status }) => status === "Killed" || status === "Timeout");
const survivors = mutants.filter(({ status }) => status === "Survived" || status === "NoCoverage");
const faults = [];

for (const equivalent of equivalents) {
  const found = survivors.findIndex((mutant) => describe(mutant) === describe(equivalent));
  if (found >= 0) survivors.splice(found, 1);
  else faults.push(`is listed as equivalent, and does not survive: ${describe(equivalent)}`);
}
for (const file of WITHOUT_SURVIVORS.filter((file) => !existsSync(file))) faults.push(`is no file: ${file}`);
for (const mutant of survivors.filter(({ file }) => WITHOUT_SURVIVORS.includes(file))) {
  faults.push(`survives where none may: ${describe(mutant)} (line ${mutant.location.start.line})`);
}
// As in Stryker's own score, a mutant with which the tests cannot even be loaded counts on neither side.
const score = (100 * killed.length) / (killed.length + survivors.length);
if (!(score >= LEAST)) faults.push(`is less than ${LEAST} %: the share of killed mutants`);

for (const fault of faults) process.stderr.write(`fault: ${fault}\n`);
process.stderr.write(
  `${killed.length} mutants killed, ${survivors.length} survived: ${score.toFixed(2)} %. Equivalent, and not counted: ${equivalents.length}.\n`,
);
if (faults.length > 0) process.exitCode = 1;

function describe({ file, mutator, code, replacement }) {
  return `${file}, ${mutator}: ${code} -> ${replacement}`;
}

/** The piece of `source` between two positions, of which lines and columns are counted from 1. */
function textAt(source, { start, end }) {
  const lines = source.split("\n").slice(start.line - 1, end.line);
  lines.push(lines.pop().slice(0, end.column - 1));
  return [lines.shift().slice(start.column - 1), ...lines].join("\n");
}
