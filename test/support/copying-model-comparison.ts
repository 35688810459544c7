import { expect } from "@jest/globals";
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

/** Every list that accounts are in, whole and by the page. */
export async function compareLists(model: CopyingModel, { useCases: { browse } }: Given): Promise<void> {
  const names = new Map(model.accounts.map(({ name }) => [name.key, name]));
  for (const enterpriseName of [null, ...names.values()]) {
    const listed = await walked((page) => browse.list({ enterpriseName }, page), { limit: 3, from: "end" });
    const expected = model.accounts.filter(({ name }) => enterpriseName?.equals(name) ?? true);
    expect(idsOf(listed)).toEqual(idsOf(expected).reverse());
  }
  for (const { reference, name } of model.accounts.filter((account) => account.reference !== null)) {
    const listed = await walked((page) => browse.list({ reference, enterpriseName: name }, page), EVERYTHING);
    const isMeant = (account: ModelAccount) => account.reference === reference && name.equals(account.name);
    expect(idsOf(listed)).toEqual(idsOf(model.accounts.filter(isMeant)).reverse());
  }

  const masters = model.accounts.filter(({ masterId }) => masterId === null);
  for (const authenticationStatus of [null, "AUTHENTICATED", "NOT_AUTHENTICATED"] as const) {
    const pages = await browse.members(idsOf(masters), { authenticationStatus }, EVERYTHING);
    const isMeant = ({ authentication }: ModelAccount) =>
      authenticationStatus === null || (authentication !== null) === (authenticationStatus === "AUTHENTICATED");
    const expected = masters.map(({ id }) => idsOf(model.membersOf(id).filter(isMeant)));
    expect(pages.map((page) => idsOf(itemsOf(page)))).toEqual(expected);
  }
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
    expect((await list).map(shownDecision)).toEqual(expected);
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
function inOrder<T extends { readonly id: string }>(accounts: readonly T[]): T[] {
  return accounts.toSorted((one, other) => (one.id < other.id ? -1 : 1));
}
