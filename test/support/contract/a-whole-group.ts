import type { ReadStores } from "../../../src/application/stores.js";
import type { EnterpriseAccount } from "../../../src/domain/enterprise-account.js";
import type { Given } from "../given.js";
import { EVERYTHING, itemsOf } from "../pages.js";

/** A master and its member, and all that their group shows. */
export async function aWholeGroup(given: Given) {
  const master = await given.master("Acme Ltd");
  const member = await given.member(master, "Acme Ltd");
  return { given, master, member, everything: () => given.read((stores) => everythingOf(master, stores)) };
}

export async function everythingOf({ id }: EnterpriseAccount, { accounts, authentications }: ReadStores) {
  const master = await accounts.find(id);
  const [members] = await accounts.membersOf([id], {}, EVERYTHING);
  const shown = [...(master ? [master] : []), ...itemsOf(members)];
  const histories = await authentications.historyOf(shown, EVERYTHING);
  return { master, members, histories, revision: await accounts.revisionOf(id) };
}
