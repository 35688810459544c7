import { scaleLog } from "d3-scale";
import { line } from "d3-shape";
import { escaped, page, px } from "./svg.js";

/** What is drawn as one line. */
export interface Series {
  readonly name: string;
  /** Drawn before all others meet the eye. */
  readonly emphasized?: boolean;
  readonly points: readonly Point[];
}

/** Members of the group, and milliseconds. */
export type Point = readonly [members: number, ms: number];

interface Chart {
  readonly title: string;
  readonly series: readonly Series[];
}

const WIDTH = 860;
const HEIGHT = 440;
const MARGIN = { top: 48, right: 270, bottom: 52, left: 66 };
const LABEL_HEIGHT = 17;

/** An SVG of times against sizes of a group, both on logarithmic axes: a slope of one step per step means proportional. */
export function timeChart({ title, series }: Chart): string {
  const points = series.flatMap(({ points }) => points);
  const x = scaleLog(decades(points.map(([members]) => members)), [MARGIN.left, WIDTH - MARGIN.right]);
  const y = scaleLog(decades(points.map(([, ms]) => ms)), [HEIGHT - MARGIN.bottom, MARGIN.top]);
  const colours = coloursOf(series);
  const path = line<Point>(
    ([members]) => x(members),
    ([, ms]) => y(ms),
  );
  const ends = series.map(({ points }) => points.at(-1) as Point);
  const labels = spread(ends.map(([, ms]) => y(ms)));

  const drawn = series.map(({ name, emphasized, points }, index) => {
    const [endX = 0, endY = 0] = [x(ends[index]?.[0] ?? 1), y(ends[index]?.[1] ?? 1)];
    const labelX = endX + 18;
    return `<g class="c${colours[index]}${emphasized ? " emphasized" : ""}">
    <path class="line" d="${path(points)}"/>
    ${points.map(([members, ms]) => `<circle cx="${px(x(members))}" cy="${px(y(ms))}" r="${emphasized ? 4 : 3}"/>`).join("")}
    <path class="leader" d="M${px(endX + 7)} ${px(endY)}L${labelX - 4} ${px(labels[index] ?? 0)}"/>
    <text class="name" x="${labelX}" y="${px((labels[index] ?? 0) + 4)}">${escaped(name)}</text>
  </g>`;
  });
  return page({ title, width: WIDTH, height: HEIGHT }, [
    ...x
      .ticks()
      .filter(isPowerOfTen)
      .map((tick) => vertical(x(tick), tick.toLocaleString("en"))),
    ...y
      .ticks()
      .filter(isPowerOfTen)
      .map((tick) => horizontal(y(tick), duration(tick))),
    `<text class="soft" x="${px((MARGIN.left + WIDTH - MARGIN.right) / 2)}" y="${HEIGHT - 12}" text-anchor="middle">members of the group</text>`,
    ...drawn,
  ]);
}

/** From the power of ten below the values to the one above. */
function decades(values: readonly number[]): [number, number] {
  return [10 ** Math.floor(Math.log10(Math.min(...values))), 10 ** Math.ceil(Math.log10(Math.max(...values)))];
}

function coloursOf(series: readonly Series[]): number[] {
  let next = 1;
  return series.map(({ emphasized }) => (emphasized ? 0 : next++));
}

/** Moves labels apart that would lie on each other, the lowest staying where it is. */
function spread(heights: readonly number[]): number[] {
  const placed = [...heights];
  const order = heights.map((_, index) => index).sort((one, other) => (heights[other] ?? 0) - (heights[one] ?? 0));
  let limit = Number.POSITIVE_INFINITY;
  for (const index of order) {
    limit = Math.min(heights[index] ?? 0, limit - LABEL_HEIGHT);
    placed[index] = limit;
  }
  return placed;
}

function vertical(at: number, label: string): string {
  const bottom = HEIGHT - MARGIN.bottom;
  return `<path class="grid" d="M${px(at)} ${MARGIN.top}V${bottom}"/><text class="soft" x="${px(at)}" y="${bottom + 18}" text-anchor="middle">${label}</text>`;
}

function horizontal(at: number, label: string): string {
  return `<path class="grid" d="M${MARGIN.left} ${px(at)}H${WIDTH - MARGIN.right}"/><text class="soft" x="${MARGIN.left - 8}" y="${px(at + 4)}" text-anchor="end">${label}</text>`;
}

function isPowerOfTen(value: number): boolean {
  return Number.isInteger(Math.round(Math.log10(value) * 1e9) / 1e9);
}

function duration(ms: number): string {
  return ms >= 1_000 ? `${ms / 1_000} s` : `${ms} ms`;
}
