import { Agent, request } from "node:http";
import { text } from "node:stream/consumers";
import type { Answer } from "./answer.js";
import type { Document } from "./document.js";
import { IN_PART } from "./reply-kind.js";

/** What came back of one request. */
export interface Reply {
  /** How it is counted: `200`, `503 SERVICE_UNAVAILABLE`, `no answer`, … */
  readonly kind: string;
  /** The result of the operation, where there is one. */
  readonly answer: Answer | null;
}

/** Longer than the service may take for anything, so that a client sees it take too long. */
const GIVES_UP_AFTER_MS = 20_000;

const agent = new Agent({ keepAlive: true, maxSockets: 256 });

/** Sends a document to a replica. Never rejects: that there was no answer is a reply, too. */
export async function ask(url: string, document: Document): Promise<Reply> {
  try {
    const { status, body } = await post(url, JSON.stringify(document));
    return replyOf(status, body);
  } catch {
    return { kind: "no answer", answer: null };
  }
}

function post(url: string, body: string): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
    const sent = request(url, { method: "POST", agent, headers, signal: AbortSignal.timeout(GIVES_UP_AFTER_MS) });
    sent.on("error", reject);
    sent.on("response", (answer) => {
      text(answer).then((body) => resolve({ status: answer.statusCode ?? 0, body }), reject);
    });
    sent.end(body);
  });
}

interface Body {
  readonly data?: { readonly result: Answer | null } | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

function replyOf(status: number, body: string): Reply {
  const { data, errors } = parsed(body);
  if (errors === undefined && data?.result) return { kind: String(status), answer: data.result };
  const code = errors?.[0]?.extensions?.code ?? "WITHOUT CODE";
  return { kind: `${status} ${code}${data?.result ? IN_PART : ""}`, answer: null };
}

function parsed(body: string): Body {
  try {
    return JSON.parse(body);
  } catch {
    return {};
  }
}
