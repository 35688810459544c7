import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { AuthenticationSnapshot } from "../../src/domain/authentication-snapshot.js";
import type { EnterpriseAccount } from "../../src/domain/enterprise-account.js";
import type { Synchronization } from "../../src/domain/synchronization.js";
import { as } from "../support/graphql-answers.js";
import { startTestService, type TestService } from "../support/graphql-service.js";
import { CREDIT_CODES } from "../support/samples.js";

let service: TestService;
let there: {
  master: EnterpriseAccount;
  member: EnterpriseAccount;
  snapshot: AuthenticationSnapshot;
  synchronization: Synchronization;
};

beforeAll(async () => {
  service = await startTestService();
  const { given } = service;
  const master = await given.master("Acme Ltd");
  const members = await given.members(master, ...Array.from({ length: 50 }, () => "Acme Ltd"));
  const { snapshot, synchronization } = await given.synchronized(master, "Acme Ltd");
  await service.api.registerMaster({ enterpriseName: "Acme Ltd", idempotencyKey: "used" });
  there = { master, member: members[0] as EnterpriseAccount, snapshot, synchronization };
  for (let count = 1; count <= 50; count += 1) {
    const listed = await given.master("Listed Ltd");
    await given.members(listed, "Listed Ltd", "Listed Ltd", "Listed Ltd");
    await given.authenticated(listed, "Listed Ltd");
  }
});

afterAll(() => service.close());

const certificate = `certificate: { country: "CN", type: BUSINESS_LICENSE, number: "${CREDIT_CODES[0]}" }`;

/** A master with three members, whose authentication is previewed. */
async function aGroup() {
  const master = await service.given.master("Acme Ltd");
  const [member] = await service.given.members(master, "Acme Ltd", "Acme Ltd");
  await service.given.member(master, "Other Ltd", "taken");
  const request = { accountId: master.id, enterpriseName: "Acme Ltd" };
  const { previewToken } = as("AuthenticationPreview", await service.api.preview(request));
  return { id: master.id, memberId: member.id, previewToken };
}

type Group = Awaited<ReturnType<typeof aGroup>>;

const statements = (document: string) => service.statements.during(() => service.client.ask(document));

const COUNTING = /count\(\*\)/;

/** Beginning and end of their transactions included: what is one statement needs none. */
const operations: readonly (readonly [number, what: string, document: (group: Group) => string])[] = [
  [3, "registerMasterAccount", () => registerMaster("")],
  [4, "registerMasterAccount with an idempotency key", () => registerMaster('idempotencyKey: "key"')],
  [5, "registerMasterAccount that is replayed", () => registerMaster('idempotencyKey: "used"')],
  [4, "registerMemberAccount", ({ id }) => registerMember(id)],
  [3, "registerMemberAccount that is refused", ({ memberId }) => registerMember(memberId)],
  [2, "registerMemberAccount of a master's id that is none", () => registerMember("nothing")],
  [5, "registerMemberAccount with a reference", ({ id }) => registerMember(id, 'reference: "new"')],
  [5, "registerMemberAccount with a reference that is taken", ({ id }) => registerMember(id, 'reference: "taken"')],
  [4, "registerMemberAccounts", ({ id }) => registerMembers(id, "")],
  [5, "registerMemberAccounts with references", ({ id }) => registerMembers(id, 'reference: "new"')],
  [4, "registerMemberAccounts that are refused", ({ id }) => registerMembers(id, 'reference: "taken"')],
  [5, "renameEnterpriseAccount", ({ id }) => rename(id)],
  [10, "commitAuthentication of a master", ({ id }) => commit(id)],
  [10, "commitAuthentication of a member", ({ memberId }) => commit(memberId)],
  [10, "commitAuthentication of a preview", ({ id, previewToken }) => commit(id, `previewToken: "${previewToken}"`)],
  [11, "commitAuthentication with an idempotency key", ({ id }) => commit(id, 'idempotencyKey: "another"')],
  [4, "commitAuthentication that is refused", () => commit(there.master.id)],
  [13, "commitAuthentication and the members that it reached", ({ id }) => commit(id, "", MEMBERS_OF_COMMIT)],
  [1, "previewAuthentication of a master", ({ id }) => preview(id, "previewToken account { id }")],
  [1, "previewAuthentication of a member", ({ memberId }) => preview(memberId, "previewToken account { id }")],
  [2, "previewAuthentication and its counts", ({ id }) => preview(id, COUNTS)],
  [2, "previewAuthentication and its members", ({ id }) => preview(id, MEMBERS)],
  [3, "previewAuthentication and both", ({ id }) => preview(id, `${COUNTS} ${MEMBERS}`)],
  [1, "enterpriseAccount", ({ id }) => `{ enterpriseAccount(id: "${id}") { authentication { id } } }`],
  [1, "enterpriseAccount twice", ({ id, memberId }) => `{ ${account("a", id)} ${account("b", memberId)} }`],
  [
    2,
    "enterpriseAccount and its members",
    ({ id }) => `{ enterpriseAccount(id: "${id}") { members { nodes { id } } } }`,
  ],
  [1, "enterpriseAccounts", () => "{ enterpriseAccounts { nodes { id authentication { id } } } }"],
  [1, "node, an account", ({ id }) => `{ node(id: "${id}") { id } }`],
  [2, "node, a snapshot", () => `{ node(id: "${there.snapshot.id}") { id } }`],
  [3, "node, a snapshot and whose it is", () => node(there.snapshot.id, "AuthenticationSnapshot", "account { role }")],
  [6, "node, a synchronization and its members", () => node(there.synchronization.id, "Synchronization", MEMBERS)],
  [
    4,
    "node, a synchronization and its count",
    () => node(there.synchronization.id, "Synchronization", "synchronizedCount"),
  ],
  [3, "nodes", ({ id }) => `{ nodes(ids: ["${id}", "${there.snapshot.id}", "${there.synchronization.id}"]) { id } }`],
  [0, "syncPolicy", () => "{ syncPolicy { rows { row } } }"],
  [0, "evaluateSyncPolicy", () => `{ evaluateSyncPolicy(input: ${COMBINATION}) { reason } }`],
];

const MEMBERS = "members { nodes { member { id authentication { id } } decision { effect } } }";
const MEMBERS_OF_COMMIT = `... on AuthenticationCommitted { synchronization { nameAfter ${MEMBERS} } }`;
const COUNTS = "memberCount synchronizedCount breakdown { count }";
const COMBINATION = '{ nameBefore: "A", nameAfter: "B", memberName: "C", memberStatus: AUTHENTICATED }';

const registerMaster = (key: string) =>
  `mutation { registerMasterAccount(input: { enterpriseName: "Acme Ltd" ${key} }) { __typename } }`;
const registerMember = (id: string, reference = "") =>
  `mutation { registerMemberAccount(input: { masterId: "${id}", enterpriseName: "Acme Ltd" ${reference} }) { __typename } }`;
const registerMembers = (id: string, reference: string) =>
  `mutation { registerMemberAccounts(input: { masterId: "${id}", members: [{ enterpriseName: "Acme Ltd" ${reference} }] }) { __typename } }`;
const rename = (id: string) =>
  `mutation { renameEnterpriseAccount(input: { accountId: "${id}", enterpriseName: "Acme" }) { __typename } }`;
const commit = (id: string, more = "", selection = "__typename") =>
  `mutation { commitAuthentication(input: { ${subject(id)} ${more} }) { ${selection} } }`;
const preview = (id: string, selection: string) =>
  `{ previewAuthentication(input: { ${subject(id)} }) { ... on AuthenticationPreview { ${selection} } } }`;
const subject = (id: string) => `accountId: "${id}", enterpriseName: "Acme Ltd", ${certificate}`;
const account = (alias: string, id: string) => `${alias}: enterpriseAccount(id: "${id}") { id }`;
const node = (id: string, type: string, selection: string) =>
  `{ node(id: "${id}") { ... on ${type} { ${selection} } } }`;

describe("statements that an operation runs:", () => {
  test.each(operations)("%i for %s", async (count, _what, document) => {
    const group = await aGroup();

    const run = await statements(document(group));

    expect(run).toHaveLength(count);
  });
});

describe("as many statements are run for one element as for fifty:", () => {
  const first = (size: number) => `first: ${size}, filter: { enterpriseName: "Listed Ltd", role: MASTER }`;
  const member = "member { master { id } authentication { account { id } } members { nodes { id } } }";

  test.each<[what: string, document: (size: number) => string]>([
    ["master", (size) => list(size, "members(first: 2) { nodes { master { id } } }")],
    ["authentication", (size) => list(size, "authentication { account { id } }")],
    ["authentication and what it carried", (size) => list(size, "authentication { synchronization { id } }")],
    ["members", (size) => list(size, "members(first: 2) { nodes { id } }")],
    ["members of several kinds", (size) => list(size, `${kind("AUTHENTICATED")} ${kind("NOT_AUTHENTICATED")}`)],
    ["authenticationHistory", (size) => list(size, "authenticationHistory(first: 2) { nodes { account { id } } }")],
    [
      "all of that",
      (size) =>
        list(
          size,
          "master { id } authentication { account { id } } members(first: 2) { nodes { id } } authenticationHistory(first: 2) { nodes { id } }",
        ),
    ],
    [
      "members of a synchronization",
      (size) => node(there.synchronization.id, "Synchronization", `members(first: ${size}) { nodes { ${member} } }`),
    ],
    [
      "nodes",
      (size) =>
        `{ nodes(ids: [${Array.from({ length: size }, () => `"${there.member.id}"`)}]) { ... on EnterpriseAccount { master { id } authentication { account { id } } } } }`,
    ],
  ])("%s", async (_what, document) => {
    const one = await statements(document(1));

    const fifty = await statements(document(50));

    expect(one.length).toBeGreaterThan(1);
    expect(fifty).toHaveLength(one.length);
  });

  const list = (size: number, selection: string) => `{ enterpriseAccounts(${first(size)}) { nodes { ${selection} } } }`;
  const kind = (status: string) =>
    `${status}: members(first: 2, filter: { authenticationStatus: ${status} }) { nodes { id } }`;
});

describe("the members of a preview are counted", () => {
  test.each(["memberCount", "synchronizedCount", "breakdown { count }", COUNTS])("once for %s", async (selection) => {
    const { id } = await aGroup();

    const run = await statements(preview(id, selection));

    expect(run.filter((statement) => COUNTING.test(statement))).toHaveLength(1);
  });

  test("not at all where no count is asked for", async () => {
    const { id } = await aGroup();

    const run = await statements(preview(id, `previewToken nameBefore account { id } ${MEMBERS}`));

    expect(run.filter((statement) => COUNTING.test(statement))).toEqual([]);
  });
});
