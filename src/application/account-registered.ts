import type { EnterpriseAccount } from "../domain/enterprise-account.js";
import type { EnterpriseAccounts } from "./stores.js";

abstract class AccountRegistered {
  constructor(
    readonly account: EnterpriseAccount,
    /** Whether this repeats the answer to an earlier request with the same idempotency key; the account is as it is now. */
    readonly replayed: boolean,
  ) {}
}

export class MasterAccountRegistered extends AccountRegistered {
  readonly kind = "MasterAccountRegistered";
}

export class MemberAccountRegistered extends AccountRegistered {
  readonly kind = "MemberAccountRegistered";
}

export class MemberAccountsRegistered {
  readonly kind = "MemberAccountsRegistered";

  constructor(
    /** In the order they were given. */
    readonly accounts: readonly EnterpriseAccount[],
    /** As with one account. */
    readonly replayed: boolean,
  ) {}
}

/**
 * The accounts that an earlier registration brought about, in the order they were given; none where their group is not
 * there for the caller any longer.
 */
export async function registeredBefore(
  accounts: EnterpriseAccounts,
  ids: readonly string[],
): Promise<EnterpriseAccount[]> {
  const byId = new Map((await accounts.findAll(ids)).map((account) => [account.id, account]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
