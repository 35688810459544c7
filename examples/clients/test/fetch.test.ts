import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, type TestContext, test } from "node:test";
import { commit, preview } from "../fetch/authenticate.js";
import { CommitDocument } from "../fetch/generated/graphql.js";
import { type ClientOptions, NamesakeClient } from "../fetch/namesake-client.js";
import { NamesakeError } from "../fetch/namesake-error.js";
import { type Batch, registerMaster, registerMembers } from "../fetch/register-group.js";
import { answerWithError, Gateway, type OwnAnswer } from "./support/gateway.js";
import { joinGroup, registerGroup } from "./support/group.js";
import { CERTIFICATE, NAME_AFTER, NAME_BEFORE, OTHER_NAME } from "./support/identities.js";
import { LossyLine } from "./support/lossy-line.js";
import { type Service, startService } from "./support/service.js";

type Own = OwnAnswer | null;

describe("the client of fetch alone", () => {
  let service: Service;
  let client: NamesakeClient;

  before(async () => {
    service = await startService();
    client = new NamesakeClient(service.url);
  });
  after(() => service.stop());

  /** A commit of what was just previewed. */
  async function previewed(masterId: string) {
    const input = { accountId: masterId, enterpriseName: NAME_AFTER, certificate: CERTIFICATE };
    const shown = await preview(client, input);
    assert(shown.__typename === "AuthenticationPreview");
    return { ...input, previewToken: shown.previewToken, idempotencyKey: randomUUID() };
  }

  /** A client that goes through a gateway, and that writes down how long it would wait instead of waiting. */
  async function aGateway(t: TestContext, { answers = [], ...options }: ClientOptions & { answers?: Own[] }) {
    const gateway = await Gateway.to(service.url, ...answers);
    t.after(() => gateway.close());
    const pauses: number[] = [];
    const pause = async (ms: number) => pauses.push(ms);
    return { gateway, pauses, throughGateway: new NamesakeClient(gateway.url, { pause, ...options }) };
  }

  test("registers members in batches, and takes up again where it was", async () => {
    const masterId = await registerGroup(service.url, []);
    const members = Array.from({ length: 1_200 }, (_, n) => ({
      enterpriseName: NAME_BEFORE,
      reference: `member-${n}`,
    }));
    const input = { masterId, members, idempotencyKey: randomUUID() };
    await registerMembers(client, input).next();

    const batches = await all(registerMembers(client, input));

    assert.deepEqual(batches.map(summary), [
      { from: 0, registered: 500, replayed: true },
      { from: 500, registered: 500, replayed: false },
      { from: 1_000, registered: 200, replayed: false },
    ]);
  });

  test("ends with the batch that is refused, and says which of its members is why", async () => {
    const masterId = await registerGroup(service.url, []);
    const members = Array.from({ length: 1_100 }, () => ({
      enterpriseName: NAME_BEFORE,
      reference: randomUUID() as string,
    }));
    members[510] = { enterpriseName: "12345", reference: "of digits" };

    const batches = await all(registerMembers(client, { masterId, members, idempotencyKey: randomUUID() }));

    const last = batches.at(-1);
    assert(last?.answer.__typename === "MembersRefused");
    assert.equal(batches.length, 2);
    assert.equal(last.from, 500);
    assert.deepEqual(
      last.answer.members.map(({ index, reason }) => ({ index, reason })),
      [{ index: 10, reason: "INVALID_ENTERPRISE_NAME" }],
    );
  });

  test("commits what was previewed", async () => {
    const masterId = await registerGroup(service.url, [NAME_BEFORE, NAME_AFTER, OTHER_NAME]);

    const answer = await commit(client, await previewed(masterId));

    assert(answer.__typename === "AuthenticationCommitted");
    assert.equal(answer.account.enterpriseName, NAME_AFTER);
    assert.equal(answer.synchronization?.synchronizedCount, 2);
    assert.equal(answer.replayed, false);
  });

  test("answers with a refusal as data, and with what it says", async () => {
    const masterId = await registerGroup(service.url, [NAME_BEFORE]);
    const stale = await previewed(masterId);
    await joinGroup(service.url, masterId, [NAME_AFTER]);

    const first = await commit(client, stale);
    const second = await commit(client, await previewed(masterId));
    const third = await preview(client, { accountId: masterId, enterpriseName: NAME_AFTER });

    assert(first.__typename === "PreviewStale");
    assert.equal(first.currentPreview.synchronizedCount, 2);
    assert.equal(second.__typename, "AuthenticationCommitted");
    assert(third.__typename === "AlreadyAuthenticated");
    assert.match(third.message, /authenticated/);
  });

  test("says which argument is malformed, after one attempt", async (t) => {
    const masterId = await registerGroup(service.url, []);
    const input = await previewed(masterId);
    const { gateway, throughGateway, pauses } = await aGateway(t, {});
    const malformed = { ...input, certificate: { ...CERTIFICATE, number: "91990000TT0000015K" } };

    const failed = commit(throughGateway, malformed);

    await assert.rejects(failed, ({ failure }: NamesakeError) => {
      assert.equal(failure.code, "BAD_USER_INPUT");
      assert.deepEqual(failure.argument, ["input", "certificate", "number"]);
      assert.equal(failure.reason, "INVALID_CERTIFICATE_NUMBER");
      return true;
    });
    assert.equal(gateway.seen.length, 1);
    assert.deepEqual(pauses, []);
  });

  test("gets the answer that was lost on the way by asking again", async (t) => {
    const input = await previewed(await registerGroup(service.url, [NAME_BEFORE]));
    const line = await LossyLine.to(service.url);
    t.after(() => line.close());
    line.loseNextAnswerWith("AuthenticationCommitted");

    const answer = await commit(new NamesakeClient(line.url), input);

    assert.equal(line.lost, 1);
    assert(answer.__typename === "AuthenticationCommitted");
    assert.equal(answer.replayed, true);
    assert.equal(answer.synchronization?.synchronizedCount, 1);
  });

  test("does not ask again where that could do it twice", async (t) => {
    const { idempotencyKey: _, ...input } = await previewed(await registerGroup(service.url, []));
    const line = await LossyLine.to(service.url);
    t.after(() => line.close());
    line.loseNextAnswerWith("AuthenticationCommitted");

    const failed = new NamesakeClient(line.url).run(CommitDocument, { input });

    await assert.rejects(failed, ({ failure }: NamesakeError) => failure.code === "NO_ANSWER");
    assert.equal(line.lost, 1);
  });

  test("waits as long as a gateway asks it to, and keeps the key", async (t) => {
    const body = JSON.stringify({ errors: [{ message: "Busy.", extensions: { code: "BUSY" } }] });
    const busy = { status: 503, headers: { "retry-after": "7" }, body };
    const { gateway, throughGateway, pauses } = await aGateway(t, { answers: [busy] });

    const answer = await registerMaster(throughGateway, { enterpriseName: NAME_BEFORE, idempotencyKey: randomUUID() });

    assert.equal(answer.__typename, "MasterAccountRegistered");
    assert.equal(pauses.length, 1);
    assert(isBetween(7_000, pauses[0], 7_200));
    assert.equal(gateway.seen[0]?.body, gateway.seen[1]?.body);
  });

  test("gives up where it is asked to wait for too long", async (t) => {
    const closed = { status: 503, headers: { "retry-after": "3600" }, body: "<h1>Closed</h1>" };
    const { gateway, throughGateway, pauses } = await aGateway(t, { answers: [closed] });

    const failed = preview(throughGateway, { accountId: randomUUID(), enterpriseName: NAME_AFTER });

    await assert.rejects(failed, ({ failure }: NamesakeError) => failure.code === "HTTP_503");
    assert.equal(gateway.seen.length, 1);
    assert.deepEqual(pauses, []);
  });

  test("waits at random within spans that double, and gives up after the last attempt", async (t) => {
    const broken = answerWithError("INTERNAL_SERVER_ERROR", "Something went wrong on our side.");
    const { throughGateway, pauses } = await aGateway(t, { answers: [broken, broken, broken, broken] });

    const failed = preview(throughGateway, { accountId: randomUUID(), enterpriseName: NAME_AFTER });

    await assert.rejects(failed, ({ failure }: NamesakeError) => failure.code === "INTERNAL_SERVER_ERROR");
    assert.equal(pauses.length, 3);
    for (const [n, ms] of pauses.entries()) assert(isBetween(0, ms, 200 * 2 ** n));
  });

  test("previews again where the group changed while it was previewed", async (t) => {
    const outdated = answerWithError(
      "PREVIEW_STALE",
      "The group has changed since this preview was made; preview again.",
    );
    const { throughGateway } = await aGateway(t, { answers: [outdated] });
    const masterId = await registerGroup(service.url, []);

    const answer = await preview(throughGateway, { accountId: masterId, enterpriseName: NAME_AFTER });

    assert.equal(answer.__typename, "AuthenticationPreview");
  });

  test("does not wait for an answer for ever", async (t) => {
    const { gateway, throughGateway } = await aGateway(t, { answers: [null], timeoutMs: 300 });

    const answer = await preview(throughGateway, { accountId: randomUUID(), enterpriseName: NAME_AFTER });

    assert.equal(answer.__typename, "AccountNotFound");
    assert.equal(gateway.seen.length, 2);
  });

  test("sends its token, and takes the answers that GraphQL over HTTP has", async (t) => {
    const { gateway, throughGateway } = await aGateway(t, { token: "secret" });

    await preview(throughGateway, { accountId: randomUUID(), enterpriseName: NAME_AFTER });

    assert.equal(gateway.seen[0]?.headers.authorization, "Bearer secret");
    assert.match(gateway.seen[0]?.headers.accept ?? "", /^application\/graphql-response\+json/);
  });
});

async function all<T>(values: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const value of values) found.push(value);
  return found;
}

function summary({ from, answer }: Batch) {
  assert(answer.__typename === "MemberAccountsRegistered");
  return { from, registered: answer.accounts.length, replayed: answer.replayed };
}

function isBetween(least: number, value: number | undefined, most: number): boolean {
  return value !== undefined && value >= least && value <= most;
}
