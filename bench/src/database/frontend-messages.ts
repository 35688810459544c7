import type { Statement } from "./statement-recorder.js";

const TYPE_BYTES = 1;
const LENGTH_BYTES = 4;

/** Reads what a client says to PostgreSQL (its frontend/backend protocol, version 3), and tells each statement that runs. */
export class FrontendMessages {
  private pending = Buffer.alloc(0);
  /** The first message alone has no type. */
  private started = false;
  private readonly prepared = new Map<string, string>();

  constructor(private readonly onStatement: (statement: Statement) => void) {}

  read(bytes: Buffer): void {
    this.pending = Buffer.concat([this.pending, bytes]);
    for (;;) {
      const typeBytes = this.started ? TYPE_BYTES : 0;
      if (this.pending.length < typeBytes + LENGTH_BYTES) return;
      const end = typeBytes + this.pending.readInt32BE(typeBytes);
      if (this.pending.length < end) return;
      const body = new Fields(this.pending.subarray(typeBytes + LENGTH_BYTES, end));
      if (this.started) this.message(String.fromCharCode(this.pending[0] as number), body);
      this.started = true;
      this.pending = this.pending.subarray(end);
    }
  }

  private message(type: string, body: Fields): void {
    if (type === "Q") this.onStatement({ text: body.string(), values: [] });
    if (type === "P") this.prepared.set(body.string(), body.string());
    if (type === "B") this.onStatement(this.bound(body));
  }

  private bound(body: Fields): Statement {
    body.string(); // the portal
    const name = body.string();
    const text = this.prepared.get(name);
    if (text === undefined) throw new Error("A statement is bound that was not prepared.");
    body.list(() => body.int16()); // formats
    const values = body.list(() => body.value());
    return name === "" ? { text, values } : { text, values, name };
  }
}

/** The fields of one message, read from first to last. */
class Fields {
  private at = 0;

  constructor(private readonly bytes: Buffer) {}

  string(): string {
    const end = this.bytes.indexOf(0, this.at);
    const text = this.bytes.toString("utf8", this.at, end);
    this.at = end + 1;
    return text;
  }

  int16(): number {
    this.at += 2;
    return this.bytes.readInt16BE(this.at - 2);
  }

  list<T>(element: () => T): T[] {
    return Array.from({ length: this.int16() }, element);
  }

  /** A parameter; null is sent as a length of -1. */
  value(): string | null {
    const length = this.bytes.readInt32BE(this.at);
    this.at += LENGTH_BYTES + Math.max(length, 0);
    return length < 0 ? null : this.bytes.toString("utf8", this.at - length, this.at);
  }
}
