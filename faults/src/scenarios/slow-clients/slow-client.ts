import { setTimeout as sleep } from "node:timers/promises";
import { within } from "../../harness/deadline.js";
import type { Document } from "../../load/document.js";
import { chunkOf, headOf, LAST_CHUNK, requestOf } from "../../sockets/http-request.js";
import type { HttpSocket } from "../../sockets/http-socket.js";

/** One way to keep a connection for longer than a request needs it. */
export interface SlowClient {
  readonly name: string;
  /** How long the service may let it. */
  readonly closedWithinMs: number;
  /** Does so until the connection ends. Answers with what was not as it has to be; null where nothing was. */
  act(socket: HttpSocket, asked: Document): Promise<string | null>;
}

const CLOSED_WITHIN_MS = 10_000;
/** Whoever reads nothing may also be far away, so that the service is more patient. */
const READER_CLOSED_WITHIN_MS = 20_000;
/** How long it takes to ask for answers, and to find out that the connection is gone. */
const READER_SEEN_WITHIN_MS = 10_000;

const BYTE_EVERY_MS = 200;
/** So many answers do not fit into what the system keeps for a connection. */
const ANSWERS_UNREAD = 20;
const LARGE_BODY = Buffer.alloc(3 * 1024 * 1024, " ");
const CHUNK_BYTES = 64 * 1024;

export const SLOW_WRITERS: readonly SlowClient[] = [
  {
    name: "sends nothing",
    closedWithinMs: CLOSED_WITHIN_MS,
    act: untilClosed(() => Promise.resolve()),
  },
  {
    name: "sends headers byte by byte",
    closedWithinMs: CLOSED_WITHIN_MS,
    act: untilClosed((socket, asked) => byteByByte(socket, requestOf(asked))),
  },
  {
    name: "sends a body byte by byte",
    closedWithinMs: CLOSED_WITHIN_MS,
    act: untilClosed((socket, asked) => {
      const [head = "", body = ""] = requestOf(asked).split("\r\n\r\n");
      socket.send(`${head}\r\n\r\n`);
      return byteByByte(socket, body);
    }),
  },
  {
    name: "begins a body in chunks, and stops",
    closedWithinMs: CLOSED_WITHIN_MS,
    act: untilClosed(async (socket) => {
      socket.send(headOf("Transfer-Encoding: chunked"));
      socket.send(chunkOf(Buffer.from('{"query":')));
    }),
  },
  {
    name: "sends a body of 3 MB",
    closedWithinMs: CLOSED_WITHIN_MS,
    act: tooLarge((socket) => {
      socket.send(headOf(`Content-Length: ${LARGE_BODY.length}`));
      socket.send(LARGE_BODY);
    }),
  },
  {
    name: "sends a body of 3 MB in chunks",
    closedWithinMs: CLOSED_WITHIN_MS,
    act: tooLarge((socket) => {
      socket.send(headOf("Transfer-Encoding: chunked"));
      for (let at = 0; at < LARGE_BODY.length; at += CHUNK_BYTES) {
        socket.send(chunkOf(LARGE_BODY.subarray(at, at + CHUNK_BYTES)));
      }
      socket.send(LAST_CHUNK);
    }),
  },
];

export const SLOW_READERS: readonly SlowClient[] = [
  {
    name: "does not read its answers",
    closedWithinMs: READER_CLOSED_WITHIN_MS + READER_SEEN_WITHIN_MS,
    act: doNotRead,
  },
];

function untilClosed(send: (socket: HttpSocket, asked: Document) => Promise<void>): SlowClient["act"] {
  return async (socket, asked) => {
    const sending = send(socket, asked);
    const answer = await socket.answer();
    await socket.ended;
    await sending;
    return answer === null || answer.status === 408 ? null : `was answered ${answer.status}`;
  };
}

async function byteByByte(socket: HttpSocket, text: string): Promise<void> {
  for (const byte of text) {
    if (!socket.isOpen) return;
    socket.send(byte);
    await sleep(BYTE_EVERY_MS);
  }
}

/** That the connection is gone shows only by reading: all that the service had to say would come otherwise. */
async function doNotRead(socket: HttpSocket, asked: Document): Promise<string | null> {
  socket.send(requestOf(asked));
  await socket.answer();
  const answerBytes = socket.received;
  socket.stopReading();
  for (let sent = 0; sent < ANSWERS_UNREAD; sent += 1) socket.send(requestOf(asked));
  await sleep(READER_CLOSED_WITHIN_MS);
  socket.readAndForget();
  await within(5_000, "The end of a connection that nobody reads", socket.ended);
  return socket.received < answerBytes * ANSWERS_UNREAD ? null : "was answered although it did not read";
}

function tooLarge(send: (socket: HttpSocket) => void): SlowClient["act"] {
  return async (socket) => {
    send(socket);
    const answer = await socket.answer();
    if (answer === null) return `got no answer${socket.lostBy === null ? "" : ` (${socket.lostBy})`}`;
    const isTold = answer.status === 413 && answer.body.includes('"PAYLOAD_TOO_LARGE"');
    await socket.ended;
    return isTold ? null : `was answered ${answer.status}`;
  };
}
