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

/** The accounts that an earlier registration brought about, in the order they were given. */
export async function registeredBefore(
  accounts: EnterpriseAccounts,
  ids: readonly string[],
): Promise<[EnterpriseAccount, ...EnterpriseAccount[]]> {
  const byId = new Map((await accounts.findAll(ids)).map((account) => [account.id, account]));
  const [first, ...others] = ids.map((id) => {
    const account = byId.get(id);
    if (account === undefined) throw new Error("An idempotency key stands for an account that does not exist.");
    return account;
  });
  if (first === undefined) throw new Error("An idempotency key stands for no account.");
  return [first, ...others];
}
