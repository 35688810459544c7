import { AccountNotFound, NotAMasterAccount } from "./refusals.js";
import type { ChangingEnterpriseAccounts, LockedGroup } from "./stores.js";

/** Locks the group of a master that members are to join. */
export async function lockMaster(
  accounts: ChangingEnterpriseAccounts,
  masterId: string,
): Promise<LockedGroup | AccountNotFound | NotAMasterAccount> {
  const group = await accounts.lockGroupOf(masterId);
  if (group === null) return new AccountNotFound(masterId);
  return group.id === masterId ? group : new NotAMasterAccount(masterId);
}
