import { expect } from "@jest/globals";
import type { EnterpriseAccount } from "../../src/domain/enterprise-account.js";
import { CopyingModel } from "./copying-model.js";
import { compareAccounts, compareCommits } from "./copying-model-comparison.js";
import type { Given } from "./given.js";

export interface ChangeResult {
  readonly kind: string;
  /** As the change left it. */
  readonly account?: EnterpriseAccount;
}

/**
 * Holds what was done to a group at once to the model, which does it one by one, in the order of the revisions.
 * @param accounts the group as it was before: registered one after the other, and nothing else
 */
export async function expectSerial(
  given: Given,
  accounts: readonly EnterpriseAccount[],
  results: readonly ChangeResult[],
): Promise<void> {
  const model = new CopyingModel();
  for (const account of accounts) {
    if (account.masterId === null) model.registerMaster(account.id, registrationOf(account));
    else model.registerMember(account.id, account.masterId, registrationOf(account));
  }
  const done = results
    .filter(({ kind }) => !["EnterpriseNameFixed", "AlreadyAuthenticated"].includes(kind))
    .map(({ kind, account }) => ({ kind, account: account as EnterpriseAccount }))
    .sort((one, other) => one.account.revision - other.account.revision);

  expect(done.map(({ account }) => account.revision)).toEqual(done.map((_, place) => accounts.length + 1 + place));
  expect(done.map(({ account }) => redo(account, model).kind)).toEqual(done.map(({ kind }) => kind));
  await compareAccounts(model, given);
  await compareCommits(model, given);
}

/** The change that left `account` as it is. */
function redo(account: EnterpriseAccount, model: CopyingModel) {
  const { id, groupId, enterpriseName, authentication } = account;
  if (model.find(id) === undefined) return model.registerMember(id, groupId, registrationOf(account));
  if (authentication === null) return model.rename(id, enterpriseName);
  const { certificate } = authentication;
  return model.commit(authentication.id, { accountId: id, name: enterpriseName, certificate }, null);
}

function registrationOf({ enterpriseName, reference }: EnterpriseAccount) {
  return { name: enterpriseName, reference };
}
