import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { isDeepStrictEqual } from "node:util";
import { type ApolloClient, CombinedGraphQLErrors, type ObservableQuery } from "@apollo/client";
import { filter, firstValueFrom, timeout } from "rxjs";
import { authenticate } from "../apollo-client/authenticate.js";
import { commit } from "../apollo-client/commit.js";
import { createClient } from "../apollo-client/create-client.js";
import type { MembersQuery } from "../apollo-client/generated/graphql.js";
import { malformedInput } from "../apollo-client/malformed-input.js";
import { loadMore, type MembersList, membersOf } from "../apollo-client/members.js";
import { preview } from "../apollo-client/preview.js";
import { tell } from "../apollo-client/tell.js";
import { answerWithError, Gateway } from "./support/gateway.js";
import { joinGroup, registerGroup } from "./support/group.js";
import { CERTIFICATE, NAME_AFTER, NAME_BEFORE, OTHER_NAME } from "./support/identities.js";
import { type Service, startService } from "./support/service.js";

describe("the client of Apollo Client", () => {
  let service: Service;
  let client: ApolloClient;

  before(async () => {
    service = await startService();
    client = createClient(service.url);
  });
  after(() => service.stop());

  function authenticationOf(accountId: string) {
    return { accountId, enterpriseName: NAME_AFTER, certificate: CERTIFICATE };
  }

  test("puts the pages of a list together", async (t) => {
    const names = Array.from({ length: 45 }, (_, n) => `${OTHER_NAME}${n}`);
    const masterId = await registerGroup(service.url, names);
    const list = membersOf(client, masterId);
    const shown = list.subscribe(() => {});
    t.after(() => shown.unsubscribe());
    await shows(list, names.slice(0, 20));

    const first = await loadMore(client, list);
    const second = await loadMore(client, list);
    const third = await loadMore(client, list);

    assert.deepEqual([first, second, third], [true, true, false]);
    await shows(list, names);
  });

  test("shows what would be done, commits it, and reads the list again that it has changed", async (t) => {
    const masterId = await registerGroup(service.url, [NAME_BEFORE, OTHER_NAME]);
    const list = membersOf(client, masterId);
    const shown = list.subscribe(() => {});
    t.after(() => shown.unsubscribe());
    await shows(list, [NAME_BEFORE, OTHER_NAME]);

    const answer = await authenticate(client, authenticationOf(masterId), async ({ members }) => {
      assert.deepEqual(
        members.edges.map(({ node }) => node.decision.synchronized),
        [true, false],
      );
      return true;
    });

    assert(answer?.__typename === "AuthenticationCommitted");
    assert.equal(tell(answer), `${NAME_AFTER}: 1 members synchronized.`);
    await shows(list, [NAME_AFTER, OTHER_NAME]);
  });

  test("shows a preview again where the group has changed since", async () => {
    const masterId = await registerGroup(service.url, [NAME_BEFORE]);
    const approved: number[] = [];

    const answer = await authenticate(client, authenticationOf(masterId), async ({ synchronizedCount }) => {
      if (approved.push(synchronizedCount) === 1) await joinGroup(service.url, masterId, [NAME_AFTER]);
      return true;
    });

    assert.equal(answer?.__typename, "AuthenticationCommitted");
    assert.deepEqual(approved, [1, 2]);
  });

  test("commits nothing that is not approved", async () => {
    const masterId = await registerGroup(service.url, []);

    const answer = await authenticate(client, authenticationOf(masterId), async () => false);

    assert.equal(answer, null);
    assert.equal((await preview(client, authenticationOf(masterId))).__typename, "AuthenticationPreview");
  });

  test("previews each time as things are then", async () => {
    const masterId = await registerGroup(service.url, [NAME_BEFORE]);

    const first = await preview(client, authenticationOf(masterId));
    await joinGroup(service.url, masterId, [NAME_AFTER]);
    const second = await preview(client, authenticationOf(masterId));

    assert(first.__typename === "AuthenticationPreview" && second.__typename === "AuthenticationPreview");
    assert.deepEqual([first.synchronizedCount, second.synchronizedCount], [1, 2]);
  });

  test("previews again where the group changed while it was previewed", async (t) => {
    const masterId = await registerGroup(service.url, []);
    const outdated = answerWithError(
      "PREVIEW_STALE",
      "The group has changed since this preview was made; preview again.",
    );
    const gateway = await Gateway.to(service.url, outdated);
    t.after(() => gateway.close());

    const answer = await preview(createClient(gateway.url), authenticationOf(masterId));

    assert.equal(answer.__typename, "AuthenticationPreview");
    assert.equal(gateway.seen.length, 2);
  });

  test("reads what any refusal says", async () => {
    const masterId = await registerGroup(service.url, []);
    const stale = { ...authenticationOf(masterId), previewToken: await tokenOf(masterId) };
    await joinGroup(service.url, masterId, [NAME_AFTER]);

    const told = [
      tell(await commit(client, stale)),
      tell(await commit(client, authenticationOf(masterId))),
      tell(await commit(client, authenticationOf(masterId))),
      tell(await commit(client, authenticationOf(randomUUID()))),
      tell({ __typename: "AddedLater", message: "Not on a Sunday." } as never),
    ];

    assert.deepEqual(told.slice(0, 3), [
      "Look again: now 1 members would be synchronized.",
      `${NAME_AFTER}: 1 members synchronized.`,
      "Nothing to do: it is authenticated already.",
    ]);
    assert.match(told[3] ?? "", /no account/);
    assert.equal(told[4], "Not on a Sunday.");
  });

  test("answers with the refusal where there is nothing to show", async () => {
    const masterId = await registerGroup(service.url, []);
    await commit(client, authenticationOf(masterId));

    const answer = await authenticate(client, authenticationOf(masterId), () => assert.fail("There is no preview."));

    assert(answer?.__typename === "AlreadyAuthenticated");
    assert.match(answer.message, /authenticated/);
  });

  test("says which field of a form is wrong", async () => {
    const masterId = await registerGroup(service.url, []);
    const certificate = { ...CERTIFICATE, number: "91990000TT0000015K" };

    const error = await commit(client, { ...authenticationOf(masterId), certificate }).catch((error: unknown) => error);

    const { field, reason } = malformedInput(error) ?? assert.fail("It is no malformed input.");
    assert.deepEqual({ field, reason }, { field: "input.certificate.number", reason: "INVALID_CERTIFICATE_NUMBER" });
  });

  test("takes no other error for malformed input", async (t) => {
    const gateway = await Gateway.to(service.url, answerWithError("INTERNAL_SERVER_ERROR", "Something went wrong."));
    t.after(() => gateway.close());

    const error = await preview(createClient(gateway.url), authenticationOf(randomUUID())).catch(
      (error: unknown) => error,
    );

    assert(CombinedGraphQLErrors.is(error));
    assert.equal(malformedInput(error), null);
  });

  test("sends its token", async (t) => {
    const gateway = await Gateway.to(service.url);
    t.after(() => gateway.close());

    await preview(createClient(gateway.url, "secret"), authenticationOf(randomUUID()));

    assert.equal(gateway.seen[0]?.headers.authorization, "Bearer secret");
  });

  async function tokenOf(masterId: string): Promise<string> {
    const shown = await preview(client, authenticationOf(masterId));
    assert(shown.__typename === "AuthenticationPreview");
    return shown.previewToken;
  }
});

/** Waits until a list that somebody looks at shows these names. */
async function shows(list: MembersList, names: readonly string[]): Promise<void> {
  await firstValueFrom(list.pipe(filter(isShowing(names)), timeout(5_000)));
}

function isShowing(names: readonly string[]) {
  return ({ data }: ObservableQuery.Result<MembersQuery, "empty" | "complete" | "partial" | "streaming">) =>
    isDeepStrictEqual(
      data?.enterpriseAccount?.members?.edges?.map((edge) => edge?.node?.enterpriseName),
      names,
    );
}
