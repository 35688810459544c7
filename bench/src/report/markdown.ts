/** A table, its first column of words and the others of figures. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const rule = `|${header.map((_, column) => (column === 0 ? "---" : "---:")).join("|")}|`;
  return [line(header), rule, ...rows.map(line)].join("\n");
}

/** A time in milliseconds, to three digits, in the unit that is read best. */
export function duration(ms: number | null | undefined): string {
  if (ms === null || ms === undefined) return "";
  return ms >= 1_000 ? `${digits(ms / 1_000)} s` : `${digits(ms)} ms`;
}

/** A number of bytes, in the unit that is read best. */
export function bytes(count: number | null | undefined): string {
  if (count === null || count === undefined) return "";
  if (count >= 2 ** 20) return `${digits(count / 2 ** 20)} MiB`;
  return `${digits(count / 2 ** 10)} KiB`;
}

/** A quotient. */
export function times(quotient: number | null | undefined): string {
  return quotient === null || quotient === undefined ? "" : quotient.toPrecision(quotient < 0.1 ? 2 : 3);
}

/** A number as it is spoken of. */
export function whole(count: number | null | undefined): string {
  return count === null || count === undefined ? "" : Math.round(count).toLocaleString("en");
}

/** Three digits that count. */
function digits(value: number): string {
  return value >= 100 ? whole(value) : value.toPrecision(value >= 10 ? 3 : 2);
}
