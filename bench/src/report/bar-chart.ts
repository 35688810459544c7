import { scaleLinear } from "d3-scale";
import { escaped, page, px } from "./svg.js";

/** What is compared with each other. */
export interface BarGroup {
  readonly name: string;
  readonly bars: readonly { readonly name: string; readonly value: number }[];
}

const WIDTH = 860;
const TOP = 48;
const NAMES = 260;
const VALUES = 90;
const BAR = 18;
const GAP = 6;
const GROUP_GAP = 44;

/** An SVG of bars, the first of each group emphasized. Each group has a scale of its own. */
export function barChart({ title, groups }: { title: string; groups: readonly BarGroup[] }): string {
  let top = TOP;
  const drawn = groups.map(({ name, bars }) => {
    const heading = `<text class="soft" x="24" y="${top + 14}">${escaped(name)}</text>`;
    const rows = bars.map((_, index) => top + 26 + index * (BAR + GAP));
    top = (rows.at(-1) ?? top) + BAR + GROUP_GAP - GAP;
    const length = scaleLinear([0, Math.max(...bars.map(({ value }) => value))], [0, WIDTH - NAMES - VALUES]);
    return [
      heading,
      ...bars.map((bar, index) => row(bar, { y: rows[index] ?? 0, length: length(bar.value), index })),
    ].join("");
  });
  return page({ title, width: WIDTH, height: top - 10 }, drawn);
}

function row(
  { name, value }: { name: string; value: number },
  { y, length, index }: { y: number; length: number; index: number },
): string {
  const colour = index === 0 ? "c0 emphasized" : "c5";
  return `<g class="${colour}">
    <text x="${NAMES - 10}" y="${y + 14}" text-anchor="end">${escaped(name)}</text>
    <rect x="${NAMES}" y="${y}" width="${px(length)}" height="${BAR}" rx="2"/>
    <text x="${px(NAMES + length + 8)}" y="${y + 14}">${Math.round(value).toLocaleString("en")}</text>
  </g>`;
}
