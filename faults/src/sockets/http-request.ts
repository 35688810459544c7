import type { Document } from "../load/document.js";

/** The head of a POST of JSON, byte for byte. */
export function headOf(framing: string): string {
  return `POST /graphql HTTP/1.1\r\nHost: namesake.example\r\nContent-Type: application/json\r\n${framing}\r\n\r\n`;
}

/** A document's request, byte for byte. */
export function requestOf(document: Document): string {
  const body = JSON.stringify(document);
  return headOf(`Content-Length: ${Buffer.byteLength(body)}`) + body;
}

/** Part of a body that is sent in chunks. */
export function chunkOf(bytes: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from("\r\n")]);
}

/** Ends a body that was sent in chunks. */
export const LAST_CHUNK = "0\r\n\r\n";
