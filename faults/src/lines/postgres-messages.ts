const TYPE_BYTES = 1;
const LENGTH_BYTES = 4;

/** One message of PostgreSQL's protocol, version 3. */
export interface PostgresMessage {
  /** One letter; empty for the message that begins a connection. */
  readonly type: string;
  /** All of it, as it is sent. */
  readonly bytes: Buffer;
  readonly fields: Fields;
}

/** The messages in a stream of bytes. @param startup whether the first has no type, as a client's has not */
export async function* messagesIn(
  arriving: AsyncIterable<Buffer>,
  { startup }: { readonly startup: boolean },
): AsyncGenerator<PostgresMessage> {
  let pending: Buffer = Buffer.alloc(0);
  let typeBytes = startup ? 0 : TYPE_BYTES;
  for await (const bytes of arriving) {
    pending = pending.length === 0 ? bytes : Buffer.concat([pending, bytes]);
    for (;;) {
      const end = endOfFirst(pending, typeBytes);
      if (end === null) break;
      yield messageOf(pending.subarray(0, end), typeBytes);
      pending = pending.subarray(end);
      typeBytes = TYPE_BYTES;
    }
  }
}

/** Null where the first message has not arrived in full. */
function endOfFirst(pending: Buffer, typeBytes: number): number | null {
  if (pending.length < typeBytes + LENGTH_BYTES) return null;
  const end = typeBytes + pending.readInt32BE(typeBytes);
  return pending.length < end ? null : end;
}

function messageOf(bytes: Buffer, typeBytes: number): PostgresMessage {
  const type = bytes.toString("latin1", 0, typeBytes);
  return { type, bytes, fields: new Fields(bytes.subarray(typeBytes + LENGTH_BYTES)) };
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

  letter(): string {
    return this.bytes.toString("latin1", this.at, ++this.at);
  }

  skip(count: number): this {
    this.at += count;
    return this;
  }

  /** Names with their values, up to an empty name. */
  pairs(): Map<string, string> {
    const pairs = new Map<string, string>();
    for (let name = this.string(); name !== ""; name = this.string()) pairs.set(name, this.string());
    return pairs;
  }
}
