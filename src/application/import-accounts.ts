import { AuthenticationSnapshot } from "../domain/authentication-snapshot.js";
import { EnterpriseAccount } from "../domain/enterprise-account.js";
import type { Access } from "./access.js";
import type { Environment } from "./environment.js";
import { BatchImported, type ImportBatch, type ImportBatchResult } from "./import-batch.js";
import { draftOf } from "./import-draft.js";
import { sorted } from "./import-line.js";
import type { Placement } from "./import-placement.js";
import { absentOf, type ImportDrafts, type ImportPlan, planFor } from "./import-plan.js";
import { Refusal } from "./refusals.js";
import type { ChangingEnterpriseAccounts } from "./stores.js";

/** Registers accounts by the batch, as one change of each group. An account is known again by group and reference. */
export class ImportAccounts {
  constructor(
    private readonly access: Access,
    private readonly environment: Environment,
  ) {}

  /** Reads each line for itself. Needs nothing that is stored, and so can be done while the batch before is written. */
  read({ lines, unreadable, ...batch }: ImportBatch): ImportDrafts {
    const now = this.environment.now();
    const { made, bad } = sorted(lines, (line) => draftOf(line, now));
    return { ...batch, drafts: made, bad: [...unreadable, ...bad] };
  }

  execute(batch: ImportDrafts): Promise<ImportBatchResult> {
    return this.access.write("accounts:write", async ({ accounts }) => {
      const plan = await planFor(batch, new Set(), accounts, this.environment.newId);
      return plan instanceof Refusal ? plan : this.carryOut(plan, accounts);
    });
  }

  /**
   * What `execute` would answer, without a lock or a write.
   * @param assumed references of masters that earlier batches would have added
   */
  rehearse(batch: ImportDrafts, assumed: ReadonlySet<string>): Promise<ImportBatchResult> {
    return this.access.read("accounts:write", async ({ accounts }) => {
      const plan = await planFor(batch, assumed, accounts, this.environment.newId);
      return plan instanceof Refusal ? plan : imported(plan, plan.toAdd);
    });
  }

  private async carryOut(plan: ImportPlan, accounts: ChangingEnterpriseAccounts): Promise<BatchImported> {
    const revisions = await lockGroupsOf(plan.toAdd, accounts);
    const toAdd = await stillToAdd(plan, revisions, accounts);
    const createdAt = this.environment.now();
    if (toAdd.length > 0) {
      await accounts.add(toAdd.map((one) => this.account(one, revisions.get(one.group.id) as number, createdAt)));
    }
    return imported(plan, toAdd);
  }

  private account(placement: Placement, revision: number, createdAt: Date): EnterpriseAccount {
    const { enterpriseName, authentication } = placement.draft;
    const account = this.registered(placement, revision, createdAt);
    if (authentication === null) return account;
    const { id: accountId, groupId } = account;
    const id = this.environment.newId();
    const snapshot = AuthenticationSnapshot.of({ id, accountId, groupId, enterpriseName, ...authentication });
    return account.authenticate(snapshot, revision);
  }

  private registered({ draft, group, isMaster }: Placement, revision: number, createdAt: Date): EnterpriseAccount {
    const { reference, enterpriseName } = draft;
    if (isMaster) return EnterpriseAccount.registerMaster({ id: group.id, reference, enterpriseName, createdAt });
    const id = this.environment.newId();
    return EnterpriseAccount.registerMember({ id, groupId: group.id, reference, enterpriseName, revision, createdAt });
  }
}

/** The revision that this change makes of each group: the first one of those that it adds. */
async function lockGroupsOf(toAdd: readonly Placement[], accounts: ChangingEnterpriseAccounts) {
  const groups = new Set(toAdd.map(({ group }) => group));
  const existing = [...groups].filter(({ isNew }) => !isNew).map(({ id }) => id);
  const locked = existing.length > 0 ? await accounts.lockGroups(existing) : [];
  return new Map([
    ...[...groups].map(({ id }) => [id, 1] as const),
    ...locked.map(({ id, revision }) => [id, revision] as const),
  ]);
}

/** A group that changed between the look at it and its lock is looked at again. */
async function stillToAdd(
  { toAdd, revisions: before }: ImportPlan,
  revisions: ReadonlyMap<string, number>,
  accounts: ChangingEnterpriseAccounts,
) {
  const isOvertaken = ({ group }: Placement) => revisions.get(group.id) !== (before.get(group.id) ?? 0) + 1;
  const overtaken = toAdd.filter(isOvertaken);
  if (overtaken.length === 0) return toAdd;
  const absent = new Set(await absentOf(overtaken, accounts));
  return toAdd.filter((one) => !isOvertaken(one) || absent.has(one));
}

function imported({ toAdd, present, badLines }: ImportPlan, added: readonly Placement[]): BatchImported {
  const masters = added.flatMap(({ isMaster, draft }) => (isMaster && draft.reference ? [draft.reference] : []));
  return new BatchImported(added.length, present + toAdd.length - added.length, masters, badLines);
}
