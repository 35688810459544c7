import { expect } from "@jest/globals";
import type { AccountFilter } from "../../src/application/stores.js";
import type { AuthenticationRecord } from "../../src/domain/authentication-record.js";
import type { EnterpriseAccount } from "../../src/domain/enterprise-account.js";
import type { MemberDecision } from "../../src/domain/member-decision.js";
import type { CopyingModel } from "./copying-model.js";
import type { ModelAccount } from "./copying-model-records.js";
import type { Given } from "./given.js";
import { EVERYTHING, itemsOf, walked } from "./pages.js";

/** Every account as it is, and its history. */
export async function compareAccounts(model: CopyingModel, given: Given): Promise<void> {
  const [accounts, histories] = await given.read(async ({ accounts, authentications }) => {
    const found = await accounts.findAll(idsOf(model.accounts));
    return [found, await authentications.historyOf(found, EVERYTHING)];
  });

  const shown = accounts.map((account, place) => shownAccount(account, itemsOf(histories[place])));
  expect(inOrder(shown)).toEqual(inOrder(model.accounts.map(modelledAccount)));
}

const STATUSES = [null, "AUTHENTICATED", "NOT_AUTHENTICATED"] as const;
const ROLES = [null, "MASTER", "MEMBER"] as const;

/** Every list that accounts are in, whole and by the page. */
export async function compareLists(model: CopyingModel, { useCases: { browse } }: Given): Promise<void> {
  const names = new Map(model.accounts.map(({ name }) => [name.key, name]));
  for (const { reference, name } of model.accounts.filter((account) => account.reference !== null)) {
    const listed = await walked((page) => browse.list({ reference, enterpriseName: name }, page), EVERYTHING);
    const isMeant = (account: ModelAccount) => account.reference === reference && name.equals(account.name);
    expect(idsOf(listed)).toEqual(idsOf(model.accounts.filter(isMeant)).reverse());
  }

  const masters = model.accounts.filter(({ masterId }) => masterId === null);
  for (const [place, enterpriseName] of [null, ...names.values()].entries()) {
    for (const [turn, authenticationStatus] of STATUSES.entries()) {
      const filter = { enterpriseName, authenticationStatus };
      const pages = await browse.members(idsOf(masters), filter, EVERYTHING);
      const expected = masters.map(({ id }) => idsOf(model.membersOf(id).filter(isAsAsked(filter))));
      expect({ filter, listed: pages.map((page) => idsOf(itemsOf(page)).sort()) }).toEqual({
        filter,
        listed: expected,
      });

      const accounts = { ...filter, role: ROLES[(place + turn) % ROLES.length] as (typeof ROLES)[number] };
      const listed = await walked((page) => browse.list(accounts, page), { limit: 3, from: "end" });
      const fitting = idsOf(model.accounts.filter(isAsAsked(accounts)));
      expect({ accounts, listed: idsOf(listed).sort() }).toEqual({ accounts, listed: fitting });
    }
  }
}

function isAsAsked({ role, enterpriseName, authenticationStatus }: AccountFilter) {
  return ({ masterId, name, authentication }: ModelAccount) =>
    (role == null || (role === "MASTER") === (masterId === null)) &&
    (enterpriseName?.equals(name) ?? true) &&
    (authenticationStatus == null || (authenticationStatus === "AUTHENTICATED") === (authentication !== null));
}

/** What each commit of a master with members carried to whom. */
export async function compareCommits(model: CopyingModel, given: Given): Promise<void> {
  const { browse } = given.useCases;
  for (const [snapshotId, decisions] of model.commits) {
    const synchronization = await given.read(async ({ authentications }) => {
      const [snapshot] = await authentications.findSnapshots([snapshotId]);
      const [synchronization] = await authentications.findSynchronizationsOf(snapshot ? [snapshot] : []);
      return synchronization ?? null;
    });
    if (synchronization === null) throw new Error(`The commit of ${snapshotId} synchronized nothing.`);
    const list = walked((page) => browse.synchronizedMembers(synchronization, page), { limit: 2, from: "start" });

    const expected = inOrder(decisions.filter(({ effect }) => effect !== "NONE"));
    expect(inOrder((await list).map(shownDecision))).toEqual(expected);
    expect(await browse.synchronizedCount(synchronization)).toBe(expected.length);
  }
}

/** As the model has it. */
export function shownDecision({ member: { id }, decision: { reason, effect } }: MemberDecision) {
  return { id, reason, effect };
}

function shownAccount(account: EnterpriseAccount, history: readonly AuthenticationRecord[]) {
  const { id, masterId, reference, enterpriseName, authentication } = account;
  return {
    id,
    masterId,
    reference,
    name: enterpriseName.value,
    authentication: authentication && {
      snapshotId: authentication.id,
      accountId: authentication.accountId,
      certificate: authentication.certificate.number,
    },
    history: history.map(({ snapshot, origin, reason }) => ({ snapshotId: snapshot.id, origin, reason })),
  };
}

function modelledAccount({ name, authentication, ...account }: ModelAccount) {
  return {
    ...account,
    name: name.value,
    authentication: authentication && { ...authentication, certificate: authentication.certificate.number },
  };
}

function idsOf(accounts: readonly { readonly id: string }[]): string[] {
  return accounts.map(({ id }) => id);
}

/** Of their ids: that is not quite the order in which they joined, where they did so at once. */
export function inOrder<T extends { readonly id: string }>(accounts: readonly T[]): T[] {
  return accounts.toSorted((one, other) => (one.id < other.id ? -1 : 1));
}
