import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { AuthenticationPreview } from "../../../src/application/authentication-preview.js";
import type { Page } from "../../../src/application/page.js";
import type { AccountFilter, MemberFilter } from "../../../src/application/stores.js";
import type { EnterpriseAccount } from "../../../src/domain/enterprise-account.js";
import { Given } from "../../support/given.js";
import { growGroup } from "../../support/large-group.js";
import { expectBoundedPages, type List, readBy } from "../../support/plan-readings.js";
import { aCertificate, aName } from "../../support/samples.js";
import { openTestStorage, type TestStorage } from "../../support/test-storage.js";

/*
 * What pages of a large group read, as EXPLAIN ANALYZE counts it. A page of 50 takes a few ranges of an index, 51 rows of
 * each at most: a scan of the group, or of what one filter leaves of it, would read thousands of rows, or hundreds of
 * blocks of an index, which is all that is counted where a scan goes on beyond the end of its range.
 */

const GROUP_SIZE = 40_000;
const BOUNDS = { rows: 1_500, blocks: 150 };

let storage: TestStorage;
let given: Given;
let uncommitted: EnterpriseAccount;
let committed: EnterpriseAccount;
let fullySynchronized: EnterpriseAccount;

beforeAll(async () => {
  storage = await openTestStorage();
  given = new Given(storage);
  uncommitted = await given.master("Acme Ltd");
  committed = await given.master("Acme Ltd");
  fullySynchronized = await given.master("Acme Ltd");
  await growGroup(given, uncommitted, GROUP_SIZE, "Acme Ltd");
  await growGroup(given, committed, GROUP_SIZE, "Acme Ltd");
  await given.write(async ({ accounts }) => accounts.lockGroupOf(committed.id));
  await growGroup(given, fullySynchronized, 10, "Acme Ltd");
  await given.authenticated(committed, "Beta Ltd");
  // Late members, of the same names: what a commit reached is not all that bears its names.
  await growGroup(given, committed, GROUP_SIZE / 4, "Acme Ltd");
  await storage.dataSource.query("VACUUM ANALYZE");
}, 120_000);

afterAll(() => storage.close());

const AUTHENTICATED = { authenticationStatus: "AUTHENTICATED" } as const;
const NOT_AUTHENTICATED = { authenticationStatus: "NOT_AUTHENTICATED" } as const;

const membersOf =
  (master: () => EnterpriseAccount, filter: MemberFilter): List =>
  async (request) =>
    (await given.useCases.browse.members([master().id], filter, request))[0] as Page<unknown>;

const accounts =
  (filter: AccountFilter): List =>
  (request) =>
    given.useCases.browse.list(filter, request);

/** What a preview under a name shows. */
const previewed =
  (name: string, filter: object): List =>
  async (request) => {
    const { preview } = given.useCases;
    const certificate = aCertificate();
    const result = await preview.execute({ accountId: uncommitted.id, enterpriseName: aName(name), certificate });
    return preview.members(result as AuthenticationPreview, filter, request);
  };

const reached: List = async (request) => {
  const [account] = await given.current(committed);
  const { browse } = given.useCases;
  const [synchronization] = await browse.synchronizationsOf(account?.authentication ? [account.authentication] : []);
  if (!synchronization) throw new Error("The group was not synchronized.");
  return browse.synchronizedMembers(synchronization, request);
};

const lists: readonly (readonly [what: string, list: List])[] = [
  ["members", membersOf(() => uncommitted, {})],
  ["members that are authenticated, before a commit", membersOf(() => uncommitted, AUTHENTICATED)],
  ["members that are not, before a commit", membersOf(() => uncommitted, NOT_AUTHENTICATED)],
  ["members of a name, before a commit", membersOf(() => uncommitted, { enterpriseName: aName("Acme Ltd") })],
  ["members that are authenticated, after it", membersOf(() => committed, AUTHENTICATED)],
  ["members that are not, after it", membersOf(() => committed, NOT_AUTHENTICATED)],
  ["members of the name that it took away", membersOf(() => committed, { enterpriseName: aName("Acme Ltd") })],
  ["members of the name that it gave", membersOf(() => committed, { enterpriseName: aName("Beta Ltd") })],
  ["accounts", accounts({})],
  ["masters that are authenticated", accounts({ ...AUTHENTICATED, role: "MASTER" })],
  ["accounts that are authenticated", accounts(AUTHENTICATED)],
  ["accounts that are not", accounts(NOT_AUTHENTICATED)],
  ["members anywhere that are authenticated", accounts({ ...AUTHENTICATED, role: "MEMBER" })],
  ["accounts of the name that a commit took away", accounts({ enterpriseName: aName("Acme Ltd") })],
  ["accounts of the name that it gave", accounts({ enterpriseName: aName("Beta Ltd") })],
  ["accounts of a name that are not", accounts({ ...NOT_AUTHENTICATED, enterpriseName: aName("Acme Ltd") })],
  ["a preview", previewed("Other Ltd", {})],
  ["what a preview synchronizes: 60 of 100", previewed("Other b", { synchronized: true })],
  ["what it does not", previewed("Other b", { synchronized: false })],
  ["what it synchronizes for one reason", previewed("Other b", { reason: "SAME_NAME_AFTER" })],
  ["what a preview synchronizes under a name of nobody", previewed("Nobody Ltd", { reason: "SAME_NAME_AFTER" })],
  ["what a synchronization reached", reached],
];

describe("no page scans a group:", () => {
  test.each(lists)("%s", (_what, list) => expectBoundedPages(storage, list, BOUNDS));

  test("but counting does", async () => {
    const { preview } = given.useCases;
    const request = { accountId: uncommitted.id, enterpriseName: aName("Beta Ltd"), certificate: null };
    const result = (await preview.execute(request)) as AuthenticationPreview;

    const { rows } = await readBy(storage, () => preview.breakdown(result));

    expect(rows).toBeGreaterThanOrEqual(GROUP_SIZE);
  });
});
