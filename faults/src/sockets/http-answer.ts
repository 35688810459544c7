/** An answer that has come in full. */
export interface HttpAnswer {
  readonly status: number;
  /** By their names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

const END_OF_HEAD = "\r\n\r\n";
const END_OF_CHUNKS = "0\r\n\r\n";

/** The answer that these bytes are, once they are all of it. Only the last answer on a connection may be in chunks. */
export function answerIn(bytes: Buffer): { readonly answer: HttpAnswer; readonly length: number } | null {
  const head = bytes.indexOf(END_OF_HEAD);
  if (head < 0) return null;
  const [statusLine = "", ...lines] = bytes.toString("latin1", 0, head).split("\r\n");
  const headers = new Map(lines.map(headerIn));
  const start = head + END_OF_HEAD.length;
  const length = endOfBody(bytes, start, headers);
  if (length === null || bytes.length < length) return null;
  return {
    answer: { status: Number(statusLine.split(" ")[1]), headers, body: bytes.toString("utf8", start, length) },
    length,
  };
}

function headerIn(line: string): [name: string, value: string] {
  const colon = line.indexOf(":");
  return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
}

function endOfBody(bytes: Buffer, start: number, headers: ReadonlyMap<string, string>): number | null {
  if (headers.get("transfer-encoding") !== "chunked") return start + Number(headers.get("content-length") ?? 0);
  const end = bytes.indexOf(END_OF_CHUNKS, start);
  return end < 0 ? null : end + END_OF_CHUNKS.length;
}

/** Whether the connection is not to be used again after it. */
export function isLast({ headers }: HttpAnswer): boolean {
  return headers.get("connection")?.toLowerCase() === "close";
}
