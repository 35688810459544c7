import { PARTS, type Part, type Results } from "../results.js";
import { bytes, table, times } from "./markdown.js";
import { isMet, type Target, targetsIn } from "./targets.js";

/** What is measured, why, and how. */
export function introduction(): string {
  return `# Benchmarks

A commit of Namesake writes a handful of rows, however many members it reaches, and every page of a preview is read from an
index, however large the group. That has a price (what a member shares is worked out when it is read) and a promise (size
does not matter). This page measures both, beside what one would do otherwise.

- **Every comparison is interleaved.** In each round each contender runs once, and each round begins with another one. What is
  given is the median of the rounds.
- **Servers are processes of their own**, and so are PostgreSQL and, under load, the load.
- **The database is durable**: \`fsync\` is on, with PostgreSQL's own settings, which are the ones that the service starts it with.
- **"The same statements, bare \`pg\`"** are those that the running service was overheard to send, replayed one after the other
  on one connection: what is left is the cost of the service itself.
- **Answers are compared** before servers are: the run stops where two of them differ.`;
}

/** Each target with what was measured. */
export function targetSection(results: Results): string {
  const rows = targetsIn(results).map((target) => [
    target.what,
    `${target.bound === "<=" ? "at most" : "at least"} ${limit(target)}`,
    target.measured === null ? "not measured" : amount(target, target.measured),
    verdict(target),
  ]);
  return `## Targets

${table(["what", "target", "measured", "met"], rows)}`;
}

function limit(target: Target): string {
  return target.limit < 0.1 ? `1/${Math.round(1 / target.limit)}` : amount(target, target.limit);
}

function amount({ unit, limit }: Target, value: number): string {
  if (unit === "bytes") return bytes(value);
  return limit < 0.1 ? `1/${Math.round(1 / value)}` : times(value);
}

function verdict(target: Target): string {
  const met = isMet(target);
  return met === null ? "" : met ? "yes" : "**no**";
}

/** Where it was measured, and how to do it again. */
export function machineSection(results: Results): string {
  const parts = PARTS.flatMap((name) => {
    const part: Part<unknown> | undefined = results[name];
    return part ? { name, ...part } : [];
  });
  const machines = new Set(parts.map(({ machine }) => JSON.stringify(machine)));
  const lists = [...machines].map((one) =>
    circumstances(parts.filter(({ machine }) => JSON.stringify(machine) === one)),
  );
  return `## Where this was measured

${lists.join("\n\n")}

Times depend on the machine, above all on how long its disk takes to make a write durable. Ratios travel better.

${AGAIN}`;
}

type NamedPart = Part<unknown> & { readonly name: string };

/** What parts that were measured on the same machine have in common. */
function circumstances(parts: readonly NamedPart[]): string {
  const { processor, cores, memoryGiB, system, node, postgres, settings, packages } = (parts[0] as NamedPart).machine;
  const pairs = (record: Record<string, string>) =>
    Object.entries(record)
      .map(([name, value]) => `${name} ${value}`)
      .join(", ");
  return `- **measured**: ${parts.map(({ name, measuredOn, rounds }) => `${name} on ${measuredOn}, ${rounds} ${rounds === 1 ? "round" : "rounds"}`).join("; ")}
- **machine**: ${processor}, ${cores} cores, ${memoryGiB} GiB, ${system}; shared by servers, database and load
- **Node**: ${node}
- **PostgreSQL**: ${postgres} with ${pairs(settings)}
- **packages**: ${pairs(packages)}`;
}

const AGAIN = `## Measure it yourself

\`\`\`sh
npm ci && npm run bench
\`\`\`

takes about three quarters of an hour, and needs some 5 GB of disk. It starts a PostgreSQL of its own, which is gone afterwards; with \`DATABASE_URL\` it uses a
database of its own on that server, as a superuser. It writes this page, its charts and [the figures](benchmarks/results.json).

\`\`\`sh
npm run bench -- --sizes 100,1000 --rounds 5 --only commit     # one part, smaller
npm run bench -- --only reads --seconds 10 --out /tmp/reads    # written elsewhere
npm run bench -- --report                                      # this page again, from the figures
npm run bench -- --help
\`\`\``;
