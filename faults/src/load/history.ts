import { appendFileSync, createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import type { Answer } from "./answer.js";
import type { Operation } from "./operation.js";

/** One attempt at a request, with when it was sent and when its reply was there. */
export interface Attempt {
  readonly begin: number;
  /** Infinity where the client itself ended before. */
  readonly end: number;
  readonly kind: string;
}

/** A request, from its first attempt to its answer. */
export interface RecordedRequest {
  readonly id: string;
  /** The group of accounts that it is about, by a name of the client's own. */
  readonly group: string;
  readonly key: string;
  readonly operation: Operation;
  readonly attempts: Attempt[];
  /** Null where none of the attempts was answered. */
  answer: Answer | null;
}

type Line =
  | { readonly sent: Pick<RecordedRequest, "id" | "group" | "key" | "operation">; readonly begin: number }
  | { readonly replied: string; readonly end: number; readonly kind: string; readonly answer: Answer | null };

/** Milliseconds on a clock that all processes of this machine share, and that is never set. */
export function clock(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

/** Writes what is sent and what comes back to a file, each at once, so that it is there whatever happens next. */
export class HistoryWriter {
  constructor(private readonly file: string) {}

  sent({ id, group, key, operation }: RecordedRequest, begin: number): void {
    this.append({ sent: { id, group, key, operation }, begin });
  }

  replied(id: string, { end, kind }: Attempt, answer: Answer | null): void {
    this.append({ replied: id, end, kind, answer });
  }

  private append(line: Line): void {
    appendFileSync(this.file, `${JSON.stringify(line)}\n`);
  }
}

/** Every request of these files, by the group that it is about. */
export async function readHistory(files: readonly string[]): Promise<Map<string, RecordedRequest[]>> {
  const groups = new Map<string, RecordedRequest[]>();
  for (const file of files) {
    const requests = new Map<string, RecordedRequest>();
    for await (const line of createInterface({ input: createReadStream(file) })) take(JSON.parse(line), requests);
    for (const request of requests.values()) {
      const group = groups.get(request.group) ?? [];
      groups.set(request.group, group);
      group.push(request);
    }
  }
  return groups;
}

function take(line: Line, requests: Map<string, RecordedRequest>): void {
  if ("sent" in line) {
    const request = requests.get(line.sent.id) ?? { ...line.sent, attempts: [], answer: null };
    requests.set(line.sent.id, request);
    request.attempts.push({ begin: line.begin, end: Number.POSITIVE_INFINITY, kind: "no answer" });
    return;
  }
  const request = requests.get(line.replied);
  const attempt = request?.attempts.pop();
  if (request === undefined || attempt === undefined)
    throw new Error(`What was replied to ${line.replied} was never sent.`);
  request.attempts.push({ ...attempt, end: line.end, kind: line.kind });
  request.answer = line.answer;
}
