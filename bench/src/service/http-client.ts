import { Agent, request } from "node:http";

/** A GraphQL document with its variables. */
export interface Operation {
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

/** One connection that stays open: what is measured is the request, not the handshake. */
const AGENT = new Agent({ keepAlive: true, maxSockets: 1 });

/** What is sent beside an operation, such as who asks. */
export type Headers = Readonly<Record<string, string>>;

/** Runs an operation at `url`, and answers with its data. @throws where the answer has errors */
export async function ask<Data>(url: string, operation: Operation, headers: Headers = {}): Promise<Data> {
  const { data, errors } = JSON.parse(await answerTo(url, operation, headers)) as {
    data?: Data;
    errors?: { message: string }[];
  };
  if (errors || !data) throw new Error(errors?.map(({ message }) => message).join(" ") ?? "There is no answer.");
  return data;
}

/** Runs an operation at `url`, and answers with what is sent back, to the letter. */
export function answerTo(url: string, operation: Operation, headers: Headers = {}): Promise<string> {
  const body = JSON.stringify(operation);
  const ofBody = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: "POST", agent: AGENT, headers: { ...headers, ...ofBody } }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => resolve(Buffer.concat(chunks).toString()));
      response.on("error", reject);
    });
    sent.on("error", reject).end(body);
  });
}
