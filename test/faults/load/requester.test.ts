import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { Random } from "../../../faults/src/harness/random.js";
import { HistoryWriter, readHistory } from "../../../faults/src/load/history.js";
import type { Operation } from "../../../faults/src/load/operation.js";
import { Requester } from "../../../faults/src/load/requester.js";

type Reply = "answer" | "503" | "504" | "reset";

const COMMIT: Operation = { kind: "commit", accountId: "an account", name: "甲公司", certificate: "1", preview: null };
const RENAME: Operation = { kind: "rename", accountId: "an account", name: "甲公司" };
const DONE = { __typename: "AuthenticationCommitted", replayed: false };

let folder: string;
let server: Server;
let replies: Reply[];
let keys: unknown[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "namesake-requester-"));
  replies = [];
  keys = [];
  server = createServer(async (asked, answer) => {
    keys.push(JSON.parse(await text(asked)).variables.input.idempotencyKey);
    const reply = replies.shift() ?? "answer";
    if (reply === "reset") return void asked.socket.destroy();
    const code = reply === "503" ? "SERVICE_UNAVAILABLE" : "OUTCOME_UNKNOWN";
    answer.statusCode = reply === "answer" ? 200 : Number(reply);
    answer.end(
      JSON.stringify(reply === "answer" ? { data: { result: DONE } } : { errors: [{ extensions: { code } }] }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true });
});

/** Makes a request of a service that replies as told, and reads what was written down of it. */
async function request(operation: Operation, ...told: Reply[]) {
  replies.push(...told);
  const file = join(folder, "history.jsonl");
  const replicas = [`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`];
  const random = Random.of("a seed");
  const requester = new Requester({ replicas, history: new HistoryWriter(file), random, patienceMs: 10_000 });
  await requester.request({ id: "1", group: "a group", key: "a key", operation, attempts: [], answer: null }, 0);
  const [written] = (await readHistory([file])).get("a group") ?? [];
  return { kinds: written?.attempts.map(({ kind }) => kind), answer: written?.answer };
}

describe("a client", () => {
  test("asks again with the same key until it is answered", async () => {
    const { kinds, answer } = await request(COMMIT, "503", "reset", "504");

    expect(kinds).toEqual(["503 SERVICE_UNAVAILABLE", "no answer", "504 OUTCOME_UNKNOWN", "200"]);
    expect(answer).toEqual(DONE);
    expect(keys).toEqual(["a key", "a key", "a key", "a key"]);
  });

  test("asks again without a key where surely nothing was done", async () => {
    expect((await request(RENAME, "503", "answer")).kinds).toEqual(["503 SERVICE_UNAVAILABLE", "200"]);
  });

  test.each<[Reply, string]>([
    ["reset", "no answer"],
    ["504", "504 OUTCOME_UNKNOWN"],
  ])("does not ask again without a key where it may have been done: %s", async (reply, kind) => {
    expect(await request(RENAME, reply)).toEqual({ kinds: [kind], answer: null });
  });
});
