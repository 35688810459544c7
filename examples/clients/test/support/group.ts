import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { NamesakeClient } from "../../fetch/namesake-client.js";
import { registerMaster, registerMembers } from "../../fetch/register-group.js";
import { NAME_BEFORE } from "./identities.js";

/** Registers a master and members with these names, and answers with the master's id. */
export async function registerGroup(url: string, memberNames: readonly string[]): Promise<string> {
  const client = new NamesakeClient(url);
  const master = await registerMaster(client, { enterpriseName: NAME_BEFORE, idempotencyKey: randomUUID() });
  assert(master.__typename === "MasterAccountRegistered");
  await joinGroup(url, master.account.id, memberNames);
  return master.account.id;
}

/** Registers further members of a master. */
export async function joinGroup(url: string, masterId: string, memberNames: readonly string[]): Promise<void> {
  const members = memberNames.map((enterpriseName) => ({ enterpriseName }));
  const batches = registerMembers(new NamesakeClient(url), { masterId, members, idempotencyKey: randomUUID() });
  for await (const { answer } of batches) assert.equal(answer.__typename, "MemberAccountsRegistered");
}
