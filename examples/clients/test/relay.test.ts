import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";
import { setImmediate } from "node:timers/promises";
import { promisify } from "node:util";
import type { Environment } from "relay-runtime";
import { commit, preview } from "../relay/authenticate.js";
import { createEnvironment } from "../relay/create-environment.js";
import { MembersList } from "../relay/members-list.js";
import { ServiceErrors } from "../relay/service-errors.js";
import { Gateway } from "./support/gateway.js";
import { joinGroup, registerGroup } from "./support/group.js";
import { CERTIFICATE, NAME_AFTER, NAME_BEFORE, OTHER_NAME } from "./support/identities.js";
import { type Service, startService } from "./support/service.js";

const RELAY_COMPILER = createRequire(import.meta.url).resolve("relay-compiler/cli.js");

describe("the client of Relay", () => {
  let service: Service;
  let environment: Environment;

  before(async () => {
    service = await startService();
    environment = createEnvironment(service.url);
  });
  after(() => service.stop());

  function authenticationOf(accountId: string) {
    return { accountId, enterpriseName: NAME_AFTER, certificate: CERTIFICATE };
  }

  async function opened(masterId: string): Promise<MembersList> {
    return (await MembersList.open(environment, masterId)) ?? assert.fail("There is no such account.");
  }

  test("the compiler takes the schema's connections and nodes for its own, and what it wrote is current", async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [RELAY_COMPILER, "--validate"]);

    assert.match(stdout, /Compilation completed/);
  });

  test("adds the pages of a list by the node that it belongs to", async (t) => {
    const names = Array.from({ length: 45 }, (_, n) => `${OTHER_NAME}${n}`);
    const list = await opened(await registerGroup(service.url, names));
    t.after(() => list.close());

    const first = await list.loadMore();
    const second = await list.loadMore();
    const third = await list.loadMore();

    assert.deepEqual([first, second, third], [true, true, false]);
    assert.deepEqual(namesOf(list), names);
  });

  test("opens no list of an account that is not there", async () => {
    assert.equal(await MembersList.open(environment, randomUUID()), null);
  });

  test("commits what was previewed, and reads a list again that is opened after it", async (t) => {
    const masterId = await registerGroup(service.url, [NAME_BEFORE, OTHER_NAME]);
    const before = await opened(masterId);
    t.after(() => before.close());
    const { preview: shown } = await preview(environment, authenticationOf(masterId));

    const answer = await commit(environment, { ...authenticationOf(masterId), previewToken: shown?.previewToken });

    assert.equal(shown?.synchronizedCount, 1);
    assert.equal(answer.committed?.account.enterpriseName, NAME_AFTER);
    assert.equal(answer.refusal, null);
    assert.deepEqual(namesOf(before), [NAME_BEFORE, OTHER_NAME]);
    const after = await opened(masterId);
    t.after(() => after.close());
    assert.deepEqual(namesOf(after), [NAME_AFTER, OTHER_NAME]);
  });

  test("opens a list from the store as long as nothing has changed", async (t) => {
    const gateway = await Gateway.to(service.url);
    t.after(() => gateway.close());
    const throughGateway = createEnvironment(gateway.url, "secret");
    const masterId = await registerGroup(service.url, [NAME_BEFORE]);

    const first = await MembersList.open(throughGateway, masterId);
    t.after(() => first?.close());

    const second = await MembersList.open(throughGateway, masterId);
    t.after(() => second?.close());

    assert.equal(gateway.seen.length, 1);
    assert.equal(gateway.seen[0]?.headers.authorization, "Bearer secret");
  });

  test("keeps a list that is open, however many others are closed", async (t) => {
    const list = await opened(await registerGroup(service.url, [NAME_BEFORE, OTHER_NAME]));
    t.after(() => list.close());
    const otherId = await registerGroup(service.url, []);

    // The store lets go of what was closed before the last ten.
    for (let size = 1; size <= 12; size++) (await MembersList.open(environment, otherId, size))?.close();
    await setImmediate();

    assert.deepEqual(namesOf(list), [NAME_BEFORE, OTHER_NAME]);
  });

  test("reads what any refusal says", async () => {
    const masterId = await registerGroup(service.url, []);
    const { preview: shown } = await preview(environment, authenticationOf(masterId));
    await joinGroup(service.url, masterId, [NAME_BEFORE]);

    const stale = await commit(environment, { ...authenticationOf(masterId), previewToken: shown?.previewToken });
    await commit(environment, authenticationOf(masterId));
    const again = await commit(environment, authenticationOf(masterId));
    const unseen = await preview(environment, authenticationOf(masterId));

    assert.equal(stale.stale?.currentPreview.synchronizedCount, 1);
    assert.match(stale.refusal?.message ?? "", /changed/);
    assert.equal(again.__typename, "AlreadyAuthenticated");
    assert.match(again.refusal?.message ?? "", /authenticated/);
    assert.equal(unseen.preview, null);
    assert.match(unseen.refusal?.message ?? "", /authenticated/);
  });

  test("throws what is wrong with malformed input", async () => {
    const certificate = { ...CERTIFICATE, number: "91990000TT0000015K" };

    const failed = commit(environment, { ...authenticationOf(randomUUID()), certificate });

    await assert.rejects(failed, (error) => {
      assert(error instanceof ServiceErrors);
      assert(error.has("BAD_USER_INPUT"));
      assert.deepEqual(error.errors[0]?.extensions.argument, ["input", "certificate", "number"]);
      return true;
    });
  });
});

function namesOf({ current }: MembersList): string[] {
  return current.members.edges.map(({ node }) => node.enterpriseName);
}
