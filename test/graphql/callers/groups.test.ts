import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { EnterpriseAccount } from "../../../src/domain/enterprise-account.js";
import { type AskingService, startAskingService } from "../../support/callers/asking-service.js";
import { type Claims, claimsOf } from "../../support/callers/issuer.js";
import { as } from "../../support/graphql-answers.js";
import { GraphqlApi } from "../../support/graphql-api.js";
import type { GraphqlClient, Variables } from "../../support/graphql-client.js";
import { listConnection, readPage } from "../../support/graphql-connections.js";
import { CREDIT_CODES, newId } from "../../support/samples.js";

/*
 * Two companies in one service, of the same names and references. For each of them there is nothing but its own.
 */

let service: AskingService;
let own: Group;
let theirs: Group;

type Group = Awaited<ReturnType<typeof aGroup>>;

beforeAll(async () => {
  service = await startAskingService();
  theirs = await aGroup();
  own = await aGroup();
  await aGroup();
});

afterAll(() => service.close());

/** Authenticated, with two members that it was carried to and one of another name. */
async function aGroup() {
  const { given } = service;
  const master = await given.master("Acme Ltd", "head");
  const [first, second] = [await given.member(master, "Acme Ltd", "1"), await given.member(master, "Acme Ltd", "2")];
  const other = await given.member(master, "Other Ltd", "3");
  const { snapshot, synchronization } = await given.synchronized(master, "Acme Holdings Ltd");
  return { master, first, second, other, snapshot, synchronization };
}

const certificate = { country: "CN", type: "BUSINESS_LICENSE", number: CREDIT_CODES[0] } as const;

const clientOf = (claims: Claims) => service.clientOf(claims);
const apiOf = async (claims: Claims) => new GraphqlApi(await clientOf(claims));
const me = (...groups: readonly EnterpriseAccount[]) =>
  claimsOf(
    groups.map(({ id }) => id),
    undefined,
    "me",
  );
const them = (...groups: readonly EnterpriseAccount[]) =>
  claimsOf(
    groups.map(({ id }) => id),
    undefined,
    "them",
  );

describe("a list", () => {
  const filters: readonly (readonly [what: string, filter: object | null, count: number])[] = [
    ["all", null, 4],
    ["a name", { enterpriseName: "acme holdings ltd" }, 3],
    ["a name that a commit took away", { enterpriseName: "Acme Ltd" }, 0],
    ["a reference", { reference: "1" }, 1],
    ["a master's reference", { reference: "head", role: "MASTER" }, 1],
    ["masters", { role: "MASTER" }, 1],
    ["members", { role: "MEMBER" }, 3],
    ["authenticated ones", { authenticationStatus: "AUTHENTICATED" }, 3],
    ["the others", { authenticationStatus: "NOT_AUTHENTICATED" }, 1],
    ["authenticated masters", { authenticationStatus: "AUTHENTICATED", role: "MASTER" }, 1],
    ["masters of a name", { enterpriseName: "Acme Holdings Ltd", role: "MASTER" }, 1],
    ["members of a name", { enterpriseName: "Other Ltd", role: "MEMBER" }, 1],
  ];

  test.each(filters)(
    "of %s is that of the caller's groups, by the page, from either end",
    async (_what, filter, count) => {
      const client = await clientOf(me(own.master));

      const pages = [await walked(client, filter, "first"), await walked(client, filter, "last")];

      const ids = idsOf(own);
      for (const page of pages) {
        expect(page).toHaveLength(count);
        expect(page.filter((id) => !ids.includes(id))).toEqual([]);
      }
      expect(pages[1]).toEqual(pages[0]);
    },
  );

  test.each(filters)(
    "of %s is that of two groups for whoever has two, and empty for whoever has none",
    async (_what, filter, count) => {
      const [both, none] = [await clientOf(me(own.master, theirs.master)), await clientOf(me())];

      const [shown, nothing] = [await walked(both, filter, "first"), await readPage(none, listConnection(filter))];

      expect(shown).toHaveLength(2 * count);
      expect(nothing).toEqual({
        edges: [],
        nodes: [],
        pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
      });
    },
  );

  test.each(filters.filter(([, , count]) => count > 0))(
    "of %s is the same behind a cursor of another caller's",
    async (_what, filter) => {
      const [mine, other] = [await clientOf(me(own.master)), await clientOf(them(theirs.master))];
      const { pageInfo } = await readPage(other, listConnection(filter));

      const after = await readPage(mine, listConnection(filter), { after: pageInfo.endCursor });
      const before = await readPage(mine, listConnection(filter), { last: 100, before: pageInfo.endCursor });

      // What they are positions of is nothing that there is for me, and their groups are older than mine.
      const all = await readPage(mine, listConnection(filter), { first: 100 });
      expect([after.nodes, before.nodes]).toEqual([[], all.nodes]);
    },
  );
});

async function walked(client: GraphqlClient, filter: object | null, size: "first" | "last"): Promise<string[]> {
  const found: string[] = [];
  const forward = size === "first";
  let page: Variables = { [size]: 2 };
  for (;;) {
    const { nodes, pageInfo } = await readPage(client, listConnection(filter), page);
    found.splice(forward ? found.length : 0, 0, ...(nodes as { id: string }[]).map(({ id }) => id));
    if (!(forward ? pageInfo.hasNextPage : pageInfo.hasPreviousPage)) return found;
    page = { [size]: 2, ...(forward ? { after: pageInfo.endCursor } : { before: pageInfo.startCursor }) };
  }
}

function idsOf({ master, first, second, other }: Group): string[] {
  return [master, first, second, other].map(({ id }) => id);
}

describe("an id", () => {
  test("among others leads to what is the caller's, and to nothing else", async () => {
    const api = await apiOf(me(own.master));
    const things = ({ master, first, snapshot, synchronization }: Group) =>
      [master, first, snapshot, synchronization].map(({ id }) => id);
    const ids = things(own).flatMap((id, place) => [things(theirs)[place] as string, id, newId()]);

    const nodes = await api.nodes(ids);

    expect(nodes.map((node) => node?.id ?? null)).toEqual(things(own).flatMap((id) => [null, id, null]));
  });
});

describe("what stands for something of one caller's", () => {
  test("is nothing to another: the token of a preview", async () => {
    const master = await service.given.master("Acme Ltd");
    const [mine, other] = [await apiOf(me(own.master)), await apiOf(them(master))];
    const request = { accountId: master.id, enterpriseName: "Acme Ltd", certificate };
    const { previewToken } = as("AuthenticationPreview", await other.preview(request));

    const answer = await mine.commit({ ...request, previewToken });

    const nowhere = newId();
    const unknown = await mine.commit({ ...request, accountId: nowhere, previewToken });
    expect(answer).toMatchObject({ __typename: "AccountNotFound" });
    expect(JSON.stringify(answer).replaceAll(master.id, nowhere)).toEqual(JSON.stringify(unknown));
    expect(as("AuthenticationCommitted", await other.commit({ ...request, previewToken })).replayed).toBe(false);
  });

  test.each(["registerMaster", "registerMember", "registerMembers", "commit"] as const)(
    "is free for another: the idempotency key of %s",
    async (operation) => {
      const idempotencyKey = newId();
      const ask = async (subject: string) => {
        const master = await service.given.master("Acme Ltd");
        const api = await apiOf(claimsOf([master.id], undefined, subject));
        const inputs = {
          registerMaster: { enterpriseName: "Acme Ltd" },
          registerMember: { masterId: master.id, enterpriseName: "Acme Ltd" },
          registerMembers: { masterId: master.id, members: [{ enterpriseName: "Acme Ltd" }] },
          commit: { accountId: master.id, enterpriseName: "Acme Ltd", certificate },
        };
        const asked = () => api[operation]({ ...inputs[operation], idempotencyKey } as never);
        return [await asked(), await asked()];
      };

      const answers = [...(await ask("me")), ...(await ask("them"))];

      expect(answers.map((answer) => "replayed" in answer && answer.replayed)).toEqual([false, true, false, true]);
    },
  );
});

describe("a group that was granted and is no longer", () => {
  test.each(["registerMember", "registerMembers", "commit"] as const)(
    "is not there for a repetition of %s, and is again once it is granted",
    async (operation) => {
      const master = await service.given.master("Acme Ltd");
      const idempotencyKey = newId();
      const inputs = {
        registerMember: { masterId: master.id, enterpriseName: "Acme Ltd" },
        registerMembers: { masterId: master.id, members: [{ enterpriseName: "Acme Ltd" }] },
        commit: { accountId: master.id, enterpriseName: "Acme Ltd", certificate },
      };
      const ask = async (...groups: readonly EnterpriseAccount[]) =>
        (await apiOf(me(...groups)))[operation]({ ...inputs[operation], idempotencyKey } as never);
      const first = await ask(master);

      const [withdrawn, granted] = [await ask(own.master), await ask(master)];

      expect(first).toMatchObject({ replayed: false });
      expect(withdrawn).toEqual({
        __typename: "AccountNotFound",
        accountId: master.id,
        message: `There is no account with the id "${master.id}".`,
      });
      expect(granted).toEqual({ ...first, replayed: true });
    },
  );
});

describe("a reference", () => {
  test("that others bear is free in a group of the caller's, and says nothing of theirs", async () => {
    const master = await service.given.master("Acme Ltd");
    await service.given.member(theirs.master, "Acme Ltd", "shared");
    const api = await apiOf(me(master));
    const member = { enterpriseName: "Acme Ltd", reference: "shared" };

    const one = await api.registerMember({ masterId: master.id, ...member });
    const several = await api.registerMembers({ masterId: master.id, members: [member] });

    expect(one).toMatchObject({ __typename: "MemberAccountRegistered" });
    expect(several).toMatchObject({ __typename: "MembersRefused", members: [{ reason: "REFERENCE_TAKEN" }] });
  });
});
