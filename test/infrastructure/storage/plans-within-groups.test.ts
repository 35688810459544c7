import { afterAll, beforeAll, describe, test } from "@jest/globals";
import { Caller } from "../../../src/application/caller.js";
import type { AccountFilter } from "../../../src/application/stores.js";
import type { EnterpriseAccount } from "../../../src/domain/enterprise-account.js";
import { Given } from "../../support/given.js";
import { growGroup } from "../../support/large-group.js";
import { OPERATOR } from "../../support/operator.js";
import { expectBoundedPages, type List } from "../../support/plan-readings.js";
import { aMaster, aName, newId } from "../../support/samples.js";
import { openTestStorage, type TestStorage } from "../../support/test-storage.js";

/*
 * What pages read that are listed to a caller of some groups among many, as plans.test.ts does it for all of them: not the
 * large groups that are its own, and nothing of the others'.
 */

const GROUP_SIZE = 30_000;
const SMALL_GROUPS = 1_000;
const BOUNDS = { rows: 1_500, blocks: 150 };
/** Each of so many groups takes a look into it. */
const MANY = { rows: BOUNDS.rows + 6 * SMALL_GROUPS, blocks: BOUNDS.blocks + 15 * SMALL_GROUPS };

let storage: TestStorage;
let given: Given;
let foreign: EnterpriseAccount;
let uncommitted: EnterpriseAccount;
let committed: EnterpriseAccount;
let small: readonly EnterpriseAccount[];

beforeAll(async () => {
  storage = await openTestStorage();
  given = new Given(storage);
  small = Array.from({ length: SMALL_GROUPS }, () => aMaster("Acme Ltd", { id: newId() }));
  await given.write(({ accounts }) => accounts.add(small.slice(0, SMALL_GROUPS / 2)));
  uncommitted = await given.master("Acme Ltd");
  foreign = await given.master("Acme Ltd");
  committed = await given.master("Acme Ltd");
  await given.write(({ accounts }) => accounts.add(small.slice(SMALL_GROUPS / 2)));
  for (const group of [uncommitted, foreign, committed]) await growGroup(given, group, GROUP_SIZE, "Acme Ltd");
  await given.write(({ accounts }) => accounts.lockGroupOf(committed.id));
  await given.authenticated(committed, "Beta Ltd");
  await storage.dataSource.query("VACUUM ANALYZE");
}, 120_000);

afterAll(() => storage.close());

const listed =
  (groups: () => readonly EnterpriseAccount[], filter: AccountFilter): List =>
  (request) => {
    const groupIds = groups().map(({ id }) => id);
    const caller = Caller.of(OPERATOR.recordedBy, ["accounts:read"], groupIds);
    return given.useCasesOf(caller).browse.list(filter, request);
  };

const AUTHENTICATED = { authenticationStatus: "AUTHENTICATED" } as const;
const NOT_AUTHENTICATED = { authenticationStatus: "NOT_AUTHENTICATED" } as const;

const filters: readonly (readonly [what: string, filter: AccountFilter])[] = [
  ["accounts", {}],
  ["masters", { role: "MASTER" }],
  ["members", { role: "MEMBER" }],
  ["masters that are authenticated", { ...AUTHENTICATED, role: "MASTER" }],
  ["masters that are not", { ...NOT_AUTHENTICATED, role: "MASTER" }],
  ["masters of a name", { role: "MASTER", enterpriseName: aName("Acme Ltd") }],
  ["accounts that are authenticated", AUTHENTICATED],
  ["accounts that are not", NOT_AUTHENTICATED],
  ["members that are authenticated", { ...AUTHENTICATED, role: "MEMBER" }],
  ["accounts of the name that a commit took away", { enterpriseName: aName("Acme Ltd") }],
  ["accounts of the name that it gave", { enterpriseName: aName("Beta Ltd") }],
  ["accounts of a name that are not", { ...NOT_AUTHENTICATED, enterpriseName: aName("Acme Ltd") }],
  ["accounts of a name of nobody", { enterpriseName: aName("Nobody Ltd") }],
  ["a reference of nobody", { reference: "nobody" }],
];

describe("no page scans a group or reads of another:", () => {
  test.each(filters)("%s of a large group", (_what, filter) =>
    expectBoundedPages(
      storage,
      listed(() => [uncommitted], filter),
      BOUNDS,
    ),
  );

  test.each(filters)("%s of two large groups and some small ones", (_what, filter) => {
    const groups = () => [uncommitted, committed, ...small.slice(0, 3), ...small.slice(-3)];
    return expectBoundedPages(storage, listed(groups, filter), BOUNDS);
  });

  test.each(filters)("%s of a thousand groups, a large one among them", (_what, filter) => {
    const groups = () => [uncommitted, ...small.slice(1)];
    return expectBoundedPages(storage, listed(groups, filter), MANY);
  });
});
