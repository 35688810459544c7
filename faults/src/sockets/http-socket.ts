import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { answerIn, type HttpAnswer } from "./http-answer.js";

/** A connection that HTTP is spoken on by hand, so that it is known what was sent, what has come, and how it ended. */
export class HttpSocket {
  /** When the last byte came, or else when it was connected, by `performance.now()`. */
  lastByteAt = performance.now();
  /** Why the connection was lost; null while it is not, and where the server has ended it. */
  lostBy: string | null = null;
  /** Resolves once the server has ended the connection, or it was lost. */
  readonly ended: Promise<void>;

  /** How many bytes have come. */
  received = 0;

  private isForgetting = false;
  private bytes: Buffer = Buffer.alloc(0);
  private hasEnded = false;
  private wake: () => void = () => {};

  private constructor(private readonly socket: Socket) {
    socket.on("data", (bytes: Buffer) => {
      this.received += bytes.length;
      if (!this.isForgetting) this.bytes = Buffer.concat([this.bytes, bytes]);
      this.lastByteAt = performance.now();
      this.wake();
    });
    socket.on("error", ({ code, message }: NodeJS.ErrnoException) => {
      this.lostBy = code ?? message;
    });
    this.ended = new Promise((resolve) => {
      const end = () => {
        this.hasEnded = true;
        this.wake();
        resolve();
      };
      socket.once("end", end).once("close", end);
    });
  }

  /** @throws where nobody listens */
  static async open(url: string): Promise<HttpSocket> {
    const { hostname, port } = new URL(url);
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    await once(socket, "connect");
    return new HttpSocket(socket);
  }

  get isOpen(): boolean {
    return !this.hasEnded && !this.socket.destroyed;
  }

  /** How many bytes have come that are not part of an answer in full. */
  get unanswered(): number {
    return this.bytes.length;
  }

  send(bytes: string | Buffer): void {
    if (this.socket.writable) this.socket.write(bytes);
  }

  /** Reads no further, as a client that has stopped. */
  stopReading(): void {
    this.socket.pause();
  }

  /** Reads all that there still is, without keeping it. */
  readAndForget(): void {
    this.isForgetting = true;
    this.bytes = Buffer.alloc(0);
    this.socket.resume();
  }

  /** The next answer; null where the connection ends before it has come in full. */
  async answer(): Promise<HttpAnswer | null> {
    for (;;) {
      const found = answerIn(this.bytes);
      if (found !== null) {
        this.bytes = this.bytes.subarray(found.length);
        return found.answer;
      }
      if (this.hasEnded) return null;
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
  }

  close(): void {
    this.socket.destroy();
  }
}
