import type { Answer } from "../load/answer.js";
import { seen } from "./account.js";
import type { Effect, ResultIds } from "./effect.js";
import { Group } from "./group.js";

/** A new group. Null where there is no id for its master. */
export function registerMaster(name: string, [id]: ResultIds): Effect | null {
  if (id === undefined) return null;
  const group = Group.begin(id, name);
  return { group, answer: masterRegistered(group, id) };
}

/** New members of a group. Null where there are not as many ids as names. */
export function registerMembers(group: Group, names: readonly string[], ids: ResultIds): Group | null {
  if (ids.length !== names.length) return null;
  return group.join(names.map((name, place) => ({ id: ids[place] as string, name })));
}

/** Another name for an account, as long as it is not authenticated. */
export function rename(group: Group, id: string, name: string): Effect {
  const account = group.account(id);
  if (account.history.length > 0)
    return { group, answer: { __typename: "EnterpriseNameFixed", account: seen(account) } };
  const renamed = group.rename(id, name);
  return { group: renamed, answer: { __typename: "EnterpriseAccountRenamed", account: seen(renamed.account(id)) } };
}

export function read(group: Group, id: string): Effect {
  return { group, answer: { __typename: "EnterpriseAccount", ...seen(group.account(id)) } as Answer };
}

/** The answers to registrations, also to those that are repeated: accounts are as they are now. */
export function masterRegistered(group: Group, id: string): Answer {
  return { __typename: "MasterAccountRegistered", account: seen(group.account(id)) };
}

export function memberRegistered(group: Group, id: string): Answer {
  return { __typename: "MemberAccountRegistered", account: seen(group.account(id)) };
}

export function membersRegistered(group: Group, ids: ResultIds): Answer {
  return { __typename: "MemberAccountsRegistered", accounts: ids.map((id) => seen(group.account(id))) };
}
