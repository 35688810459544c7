import { AccountsWithin, ChangingAccountsWithin } from "./accounts-within-groups.js";
import { AuthenticationsWithin, ChangingAuthenticationsWithin } from "./authentications-within-groups.js";
import type { Caller } from "./caller.js";
import { OwnGroups } from "./own-groups.js";
import type { IdempotencyKeys, ReadStores, TakenKey, WriteStores } from "./stores.js";

/** The stores, as if there were no other groups than the caller's. */
export function readWithin({ groupIds }: Caller, stores: ReadStores): ReadStores {
  if (groupIds === null) return stores;
  const own = new OwnGroups(groupIds);
  return {
    accounts: new AccountsWithin(own, stores.accounts),
    authentications: new AuthenticationsWithin(own, stores.authentications),
  };
}

export function writeWithin(caller: Caller, stores: WriteStores): WriteStores {
  if (caller.groupIds === null) return stores;
  const own = new OwnGroups(caller.groupIds);
  return {
    accounts: new ChangingAccountsWithin(own, stores.accounts, caller),
    authentications: new ChangingAuthenticationsWithin(own, stores.authentications),
    idempotencyKeys: new KeysWithin(own, stores.idempotencyKeys),
  };
}

/** What an own request brought about is its caller's, for as long as it is repeated: also a group that was not granted since. */
class KeysWithin implements IdempotencyKeys {
  constructor(
    private readonly groups: OwnGroups,
    private readonly keys: IdempotencyKeys,
  ) {}

  async take(key: string, request: TakenKey & { readonly at: Date }) {
    const earlier = await this.keys.take(key, request);
    for (const id of earlier?.resultIds ?? []) this.groups.add(id);
    return earlier;
  }

  forget(before: Date, atMost: number) {
    return this.keys.forget(before, atMost);
  }
}
