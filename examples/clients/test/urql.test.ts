import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { type Client, CombinedError, fetchExchange, Client as UrqlClient } from "@urql/core";
import { commit, preview } from "../urql/authenticate.js";
import { createClient } from "../urql/create-client.js";
import { type Member, membersOf, registerMember } from "../urql/members.js";
import { Gateway } from "./support/gateway.js";
import { joinGroup, registerGroup } from "./support/group.js";
import { CERTIFICATE, NAME_AFTER, NAME_BEFORE, OTHER_NAME } from "./support/identities.js";
import { type Service, startService } from "./support/service.js";

describe("the client of urql", () => {
  let service: Service;
  let client: Client;

  before(async () => {
    service = await startService();
    client = createClient(service.url);
  });
  after(() => service.stop());

  function authenticationOf(accountId: string) {
    return { accountId, enterpriseName: NAME_AFTER, certificate: CERTIFICATE };
  }

  test("reads a list page by page, to its end", async () => {
    const names = Array.from({ length: 45 }, (_, n) => `${OTHER_NAME}${n}`);
    const masterId = await registerGroup(service.url, names);

    const members = await all(membersOf(client, masterId, 20));

    assert.deepEqual(members.map(nameOf), names);
  });

  test("sees a new member in a list that was empty", async () => {
    const masterId = await registerGroup(service.url, []);
    assert.deepEqual(await all(membersOf(client, masterId)), []);

    const answer = await registerMember(client, { masterId, enterpriseName: NAME_BEFORE, reference: "first" });

    assert.equal(answer.__typename, "MemberAccountRegistered");
    const members = await all(membersOf(client, masterId));
    assert.deepEqual(members.map(referenceOf), ["first"]);
  });

  test("commits what was previewed, and reads again whom it has reached", async () => {
    const masterId = await registerGroup(service.url, [NAME_BEFORE, OTHER_NAME]);
    const before = await all(membersOf(client, masterId));
    const shown = await preview(client, authenticationOf(masterId));
    assert(shown.__typename === "AuthenticationPreview");

    const answer = await commit(client, { ...authenticationOf(masterId), previewToken: shown.previewToken });

    assert.equal(shown.synchronizedCount, 1);
    assert.equal(answer.__typename, "AuthenticationCommitted");
    assert.deepEqual(before.map(statusOf), ["NOT_AUTHENTICATED", "NOT_AUTHENTICATED"]);
    assert.deepEqual((await all(membersOf(client, masterId))).map(statusOf), ["AUTHENTICATED", "NOT_AUTHENTICATED"]);
  });

  test("previews each time as things are then", async () => {
    const masterId = await registerGroup(service.url, [NAME_BEFORE]);

    const first = await preview(client, authenticationOf(masterId));
    await joinGroup(service.url, masterId, [NAME_AFTER]);
    const second = await preview(client, authenticationOf(masterId));

    assert(first.__typename === "AuthenticationPreview" && second.__typename === "AuthenticationPreview");
    assert.deepEqual([first.synchronizedCount, second.synchronizedCount], [1, 2]);
  });

  test("reads what a refusal says", async () => {
    const masterId = await registerGroup(service.url, []);
    const shown = await preview(client, authenticationOf(masterId));
    assert(shown.__typename === "AuthenticationPreview");
    await joinGroup(service.url, masterId, [NAME_BEFORE]);

    const stale = await commit(client, { ...authenticationOf(masterId), previewToken: shown.previewToken });
    const committed = await commit(client, authenticationOf(masterId));
    const again = await commit(client, authenticationOf(masterId));

    assert.deepEqual(
      [stale, committed, again].map(({ __typename }) => __typename),
      ["PreviewStale", "AuthenticationCommitted", "AlreadyAuthenticated"],
    );
    assert(again.__typename === "AlreadyAuthenticated");
    assert.match(again.message, /authenticated/);
  });

  test("throws what is wrong with malformed input", async () => {
    const masterId = await registerGroup(service.url, []);

    const failed = registerMember(client, { masterId, enterpriseName: "12345" });

    await assert.rejects(failed, (error) => {
      assert(error instanceof CombinedError);
      const extensions = error.graphQLErrors[0]?.extensions;
      assert.equal(extensions?.code, "BAD_USER_INPUT");
      assert.deepEqual(extensions?.argument, ["input", "enterpriseName"]);
      assert.equal(extensions?.reason, "INVALID_ENTERPRISE_NAME");
      return true;
    });
  });

  test("sends its token, and nothing of an identity in a URL", async (t) => {
    const gateway = await Gateway.to(service.url);
    t.after(() => gateway.close());

    await preview(createClient(gateway.url, "secret"), authenticationOf(randomUUID()));

    assert.equal(gateway.seen[0]?.method, "POST");
    assert.equal(gateway.seen[0]?.headers.authorization, "Bearer secret");
  });

  test("would send a short query by GET otherwise, and be refused", async (t) => {
    const gateway = await Gateway.to(service.url);
    t.after(() => gateway.close());
    const asItComes = new UrqlClient({ url: gateway.url, exchanges: [fetchExchange] });

    const { error } = await asItComes.query("{ syncPolicy { version } }", {}).toPromise();

    assert.equal(gateway.seen[0]?.method, "GET");
    assert.match(error?.message ?? "", /Cross-Site Request Forgery/);
  });
});

async function all(members: AsyncIterable<Member>): Promise<Member[]> {
  const found: Member[] = [];
  for await (const member of members) found.push(member);
  return found;
}

const nameOf = ({ enterpriseName }: Member) => enterpriseName;
const referenceOf = ({ reference }: Member) => reference;
const statusOf = ({ authenticationStatus }: Member) => authenticationStatus;
