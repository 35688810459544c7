const WIDTH = 100;
const MAX_ELEMENTS = 4;
const SHOWN_ELEMENTS = 2;

/** What only the service reads: a cursor or a token. */
const OPAQUE = /^[\w-]{48,}$/;
const SHOWN_CHARACTERS = 8;

/**
 * JSON for a person: on one line what fits there, the middle of tokens left out, and of more than four elements two, with
 * a comment that says how many more there are.
 */
export function readableJson(value: unknown): string {
  return laidOut(value, "", 0);
}

/** @param column where it begins */
function laidOut(value: unknown, indent: string, column: number): string {
  const line = onOneLine(value);
  if (typeof value !== "object" || value === null || (column + line.length <= WIDTH && !isLong(value))) return line;
  return Array.isArray(value) ? list(value, indent) : object(Object.entries(value), indent);
}

function list(items: readonly unknown[], indent: string): string {
  const inner = `${indent}  `;
  const shown = items.length > MAX_ELEMENTS ? items.slice(0, SHOWN_ELEMENTS) : items;
  const lines = shown.map((item) => `${inner}${laidOut(item, inner, inner.length)}`);
  const more = items.length > shown.length ? `\n${inner}// and ${items.length - shown.length} more` : "";
  return `[\n${lines.join(",\n")}${more}\n${indent}]`;
}

function object(entries: readonly [string, unknown][], indent: string): string {
  const inner = `${indent}  `;
  const lines = entries.map(([key, item]) => {
    const start = `${inner}"${key}": `;
    return start + laidOut(item, inner, start.length);
  });
  return `{\n${lines.join(",\n")}\n${indent}}`;
}

/** Whether something in it is left out, which takes a line of its own. */
function isLong(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > MAX_ELEMENTS || value.some(isLong);
  return typeof value === "object" && value !== null && Object.values(value).some(isLong);
}

function onOneLine(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(cut(value));
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, item]) => `"${key}": ${onOneLine(item)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

function cut(text: string): string {
  return OPAQUE.test(text) ? `${text.slice(0, SHOWN_CHARACTERS)}…${text.slice(-SHOWN_CHARACTERS)}` : text;
}
