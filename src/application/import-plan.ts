import { BatchRefused, type ImportBatch } from "./import-batch.js";
import type { ImportDraft } from "./import-draft.js";
import type { BadLine } from "./import-line.js";
import { type ImportMasters, MastersByReference, OneMaster } from "./import-masters.js";
import { type Placement, place } from "./import-placement.js";
import { AccountNotFound, NotAMasterAccount, Refusal } from "./refusals.js";
import type { EnterpriseAccounts } from "./stores.js";

/** A batch whose lines have been read each for itself. */
export interface ImportDrafts extends Pick<ImportBatch, "masterId" | "skipBadLines"> {
  readonly drafts: readonly ImportDraft[];
  readonly bad: readonly BadLine[];
}

/** What a batch comes to in the state that was looked at. */
export interface ImportPlan {
  /** The revision of each group that is there, before anything else of it was looked at. */
  readonly revisions: ReadonlyMap<string, number>;
  /** In the order of their lines. */
  readonly toAdd: readonly Placement[];
  readonly present: number;
  readonly badLines: readonly BadLine[];
}

/**
 * Finds the group of every line, and which of them are there already.
 * @param assumed references of masters that are taken to be there, although they are not
 */
export async function planFor(
  batch: ImportDrafts,
  assumed: ReadonlySet<string>,
  accounts: EnterpriseAccounts,
  newId: () => string,
): Promise<ImportPlan | BatchRefused | AccountNotFound | NotAMasterAccount> {
  const masters = await mastersOf(batch, assumed, accounts);
  if (masters instanceof Refusal) return masters;
  const { placed, bad } = place(batch.drafts, masters, newId);
  const badLines = [...batch.bad, ...bad].sort((one, other) => one.number - other.number);
  if (badLines.length > 0 && !batch.skipBadLines) return new BatchRefused(badLines);
  const revisions = await accounts.revisionsOf([...new Set(placed.map(({ group }) => group.id))]);
  const toAdd = await absentOf(placed, accounts);
  return { revisions, toAdd, present: placed.length - toAdd.length, badLines };
}

async function mastersOf(
  { masterId, drafts }: ImportDrafts,
  assumed: ReadonlySet<string>,
  accounts: EnterpriseAccounts,
) {
  if (masterId === null) return MastersByReference.of(accounts, drafts, assumed) as Promise<ImportMasters>;
  const master = await accounts.find(masterId);
  if (master === null) return new AccountNotFound(masterId);
  return master.role === "MASTER" ? new OneMaster(master) : new NotAMasterAccount(masterId);
}

/** Those that are not there yet. One without a reference is never known again. */
export async function absentOf(placed: readonly Placement[], accounts: EnterpriseAccounts): Promise<Placement[]> {
  const members = placed.filter(
    ({ isMaster, group, draft }) => !isMaster && group.master !== null && draft.reference !== null,
  );
  const wanted = members.map(({ group, draft }) => ({ groupId: group.id, reference: draft.reference as string }));
  const bearers = wanted.length > 0 ? await accounts.bearersOf(wanted) : [];
  const present = new Set(members.filter((_, place) => bearers[place] !== null));
  return placed.filter((one) => (one.isMaster ? one.group.isNew : !present.has(one)));
}
