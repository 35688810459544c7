import { AuthenticationPreview } from "../../../../src/application/authentication-preview.js";
import type { PageRequest } from "../../../../src/application/page.js";
import type { EnterpriseAccount } from "../../../../src/domain/enterprise-account.js";
import type { Given } from "../../../support/given.js";
import { aCertificate, aName } from "../../../support/samples.js";

const PAGE: PageRequest = { limit: 3, from: "start", after: null, before: null };

/** Has a service do everything that its statements are for, in two groups: one before its commit, one after it. */
export async function tellStory(given: Given): Promise<void> {
  for (const name of ["Acme Ltd", "Beta Ltd"]) {
    const { master, member } = await registerGroup(given, name);
    await preview(given, master);
    await commit(given, member, "Acme Holding Ltd");
    await commit(given, master, name === "Acme Ltd" ? "Acme Holding Ltd" : "Beta Ltd");
    await browse(given, master, member);
  }
}

async function registerGroup(given: Given, name: string) {
  const { registerMaster, registerMembers, rename } = given.useCases;
  const master = await given.master(name, `reference of ${name}`);
  const keyed = { enterpriseName: aName(name), reference: null, idempotencyKey: `key of ${name}` };
  for (const _ of ["first", "again"]) await registerMaster.execute(keyed);
  const member = await given.member(master, "Acme Holding Ltd", "member");
  await given.member(master, name);
  const several = [name, "Acme Holding Ltd", "Gamma Ltd"].map((one) => ({
    enterpriseName: one,
    reference: `several ${one}`,
  }));
  for (const _ of ["first", "again"]) {
    await registerMembers.execute({ masterId: master.id, members: several, idempotencyKey: `members of ${name}` });
  }
  await rename.execute({ accountId: member.id, enterpriseName: aName(name) });
  return { master, member };
}

async function preview({ useCases }: Given, { id: accountId }: EnterpriseAccount): Promise<void> {
  const request = { accountId, enterpriseName: aName("Acme Holding Ltd"), certificate: aCertificate() };
  const previewed = await useCases.preview.execute(request);
  if (!(previewed instanceof AuthenticationPreview)) return;
  await useCases.preview.breakdown(previewed);
  for (const filter of [{}, { synchronized: true }, { synchronized: false }]) {
    await useCases.preview.members(previewed, filter, PAGE);
  }
}

async function commit(given: Given, account: EnterpriseAccount, name: string): Promise<void> {
  for (const _ of ["first", "again"]) await given.commit(account, name, { idempotencyKey: `commit of ${account.id}` });
}

async function browse({ useCases }: Given, master: EnterpriseAccount, member: EnterpriseAccount): Promise<void> {
  const { browse, exportGroup } = useCases;
  const accounts = await browse.accounts([master.id, member.id]);
  await browse.history(accounts, PAGE);
  for (const filter of [{}, { role: "MASTER" as const }, { authenticationStatus: "AUTHENTICATED" as const }]) {
    await browse.list(filter, PAGE);
    await browse.members([master.id], filter, PAGE);
  }
  await browse.list({ enterpriseName: aName("Acme Holding Ltd") }, PAGE);
  const snapshots = accounts.flatMap(({ authentication }) => authentication ?? []);
  await browse.things([...snapshots.map(({ id }) => id), master.id]);
  await browse.recordersOf(snapshots);
  for (const synchronization of await browse.synchronizationsOf(snapshots)) {
    if (synchronization === null) continue;
    await browse.synchronizedMembers(synchronization, PAGE);
    await browse.synchronizedCount(synchronization);
  }
  await exportGroup.execute(master.id, async () => undefined);
}
