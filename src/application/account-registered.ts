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

/** The account that an earlier registration brought about. */
export async function registeredBefore(accounts: EnterpriseAccounts, id: string): Promise<EnterpriseAccount> {
  const account = await accounts.find(id);
  if (account === null) throw new Error("An idempotency key stands for an account that does not exist.");
  return account;
}
