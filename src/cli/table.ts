import Table from "cli-table3";

/** A table for people: its columns as wide as its texts are on a terminal, where a Chinese character takes two places. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const drawn = new Table({ head: [...head], style: { head: [], border: [] } });
  drawn.push(...rows.map((row) => [...row]));
  return drawn.toString();
}
