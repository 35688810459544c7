/** The upper left of every drawing holds its title. */
const LEFT = 24;

interface Sheet {
  readonly title: string;
  readonly width: number;
  readonly height: number;
}

/** A drawing with its title, readable on a light page and on a dark one. Classes `c0`, `c1` … are its colours. */
export function page({ title, width, height }: Sheet, content: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(title)}">
  <style>
    ${STYLE}
    ${colours("light")}
    @media (prefers-color-scheme: dark) { ${colours("dark")} }
  </style>
  <rect class="page" width="${width}" height="${height}" rx="8"/>
  <text class="title" x="${LEFT}" y="28">${escaped(title)}</text>
  ${content.join("\n  ")}
</svg>
`;
}

/** A length, to a tenth. */
export function px(value: number): string {
  return value.toFixed(1);
}

/** Words as they may stand in a drawing. */
export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

const STYLE = `text { font: 13px system-ui, -apple-system, "Segoe UI", sans-serif }
    .title { font-size: 15px; font-weight: 600 }
    .soft { font-size: 12px }
    path { fill: none }
    .line { stroke-width: 1.8; stroke-linejoin: round }
    .leader { stroke-width: 0.8; stroke-dasharray: 2 2 }
    .emphasized .line { stroke-width: 3.2 }
    .emphasized text { font-weight: 600 }`;

const SHADES = {
  light: {
    page: "#ffffff",
    ink: "#1f2328",
    soft: "#59636e",
    grid: "#d9dee3",
    series: ["#1d4ed8", "#b45309", "#15803d", "#a21caf", "#0e7490", "#57534e"],
  },
  dark: {
    page: "#0d1117",
    ink: "#e6edf3",
    soft: "#9aa4af",
    grid: "#2b323b",
    series: ["#7db3ff", "#f5b15c", "#6ddb8f", "#e79bf2", "#67d5ea", "#b5afa9"],
  },
};

/** Rules without variables, which not everything that shows an SVG knows. */
function colours(shade: keyof typeof SHADES): string {
  const { page, ink, soft, grid, series } = SHADES[shade];
  const ofSeries = series.flatMap((colour, index) => [
    `.c${index} path { stroke: ${colour} }`,
    `.c${index} circle, .c${index} rect, .c${index} .name { fill: ${colour} }`,
  ]);
  const rules = [
    `.page { fill: ${page} }`,
    `text { fill: ${ink} }`,
    `.soft { fill: ${soft} }`,
    `.grid { stroke: ${grid} }`,
  ];
  return [...rules, ...ofSeries].join(" ");
}
