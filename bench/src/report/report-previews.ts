import { PAGE, PAGE_WITH_COUNTS } from "../previews/preview-operations.js";
import { BARE_COUNT, LOAD_DECIDE, type PreviewMeasured } from "../previews/previews.js";
import type { Part } from "../results.js";
import { duration, table, whole } from "./markdown.js";
import type { Series } from "./time-chart.js";

type PreviewPart = Part<readonly PreviewMeasured[]>;

/** The page and its counts over HTTP, and what else one could do. */
export function previewSeries({ measured }: PreviewPart): Series[] {
  const line = (name: string, operation: string, emphasized = false) => ({
    name,
    emphasized,
    points: measured
      .filter((one) => one.operation === operation)
      .map(({ members, httpMs, bareMs }) => [members, (httpMs ?? bareMs) as number] as const),
  });
  const lines = [
    line("Namesake: first page", PAGE, true),
    line("Namesake: page with counts", PAGE_WITH_COUNTS),
    line("bare SQL: counts alone", BARE_COUNT),
    line("TypeORM: load and decide", LOAD_DECIDE),
  ];
  return lines.filter(({ points }) => points.length > 0);
}

/** Times of each part of a preview and of each list by status, by size. */
export function previewSection({ measured }: PreviewPart): string {
  const sizes = [...new Set(measured.map(({ members }) => members))];
  const operations = [...new Set(measured.map(({ operation }) => operation))];
  const ends = [sizes.at(0), sizes.at(-1)].filter(
    (size, index, all) => size !== undefined && all.indexOf(size) === index,
  );
  const cells = (operation: string) =>
    ends.flatMap((size) => {
      const one = measured.find((each) => each.operation === operation && each.members === size);
      return [duration(one?.httpMs), duration(one?.bareMs)];
    });
  const header = ["", ...ends.flatMap((size) => [`${whole(size)}: HTTP`, "bare `pg`"])];
  const every = operations.filter((operation) => operation === PAGE || operation === PAGE_WITH_COUNTS);
  const growing = every.map((operation) => [
    operation,
    ...sizes.map((size) =>
      duration(measured.find((one) => one.operation === operation && one.members === size)?.httpMs),
    ),
  ]);
  return `## Preview

Pages have 50 members. Six of ten members bear the name that is previewed; of a name that nobody bears, none. The middle page is
the one that lies behind half of what is listed.

![Time of a preview, by members of the group](benchmarks/preview.svg)

Over HTTP, at every size:

${table(["", ...sizes.map(whole)], growing)}

All of them, and the lists of members by their status now, before the commit and after it:

${table(
  header,
  operations.map((operation) => [operation, ...cells(operation)]),
)}

Counts are counted when they are asked for, in one pass over the members: they are the one thing here that grows with the group. *Counts, as
bare SQL* is the plain \`GROUP BY\` that anybody would write.`;
}
