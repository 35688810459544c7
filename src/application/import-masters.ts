import type { EnterpriseAccount } from "../domain/enterprise-account.js";
import type { ImportDraft } from "./import-draft.js";
import { ImportGroup } from "./import-group.js";
import { UnusableLine } from "./import-line.js";
import type { EnterpriseAccounts } from "./stores.js";

/** Finds the group that a line's account belongs to. */
export interface ImportMasters {
  isMaster(draft: ImportDraft): boolean;

  /** The group of a member. @throws UnusableLine */
  groupOf(draft: ImportDraft): ImportGroup;

  /** The group of a master that is there already; null for one that is to be added. @throws UnusableLine */
  existing(draft: ImportDraft): ImportGroup | null;

  /** From now on the master of this line is the one that bears its reference. */
  add(draft: ImportDraft, group: ImportGroup): void;
}

/** Every line is a member of one master. */
export class OneMaster implements ImportMasters {
  private readonly group: ImportGroup;

  constructor(private readonly master: EnterpriseAccount) {
    this.group = ImportGroup.of(master);
  }

  isMaster(): boolean {
    return false;
  }

  groupOf({ role, masterReference }: ImportDraft): ImportGroup {
    if (role === "MASTER") {
      throw new UnusableLine(
        "ROLE_CONTRADICTED",
        "This line is a master, and only members of one master are imported.",
      );
    }
    if (masterReference !== null && masterReference !== this.master.reference) {
      throw new UnusableLine(
        "MASTER_CONTRADICTED",
        `This line names the master "${masterReference}", which is not the one whose members are imported.`,
      );
    }
    return this.group;
  }

  existing(): null {
    return null;
  }

  add(): void {}
}

/** Masters are told by their references: those that are there already, and those of lines of the same import. */
export class MastersByReference implements ImportMasters {
  private constructor(private readonly groups: Map<string, ImportGroup | "AMBIGUOUS">) {}

  /** @param assumed references of masters that are taken to be there, although they are not */
  static async of(
    accounts: EnterpriseAccounts,
    drafts: readonly ImportDraft[],
    assumed: ReadonlySet<string>,
  ): Promise<MastersByReference> {
    const wanted = new Set(drafts.flatMap((draft) => draft.masterReference ?? draft.reference ?? []));
    const groups = new Map<string, ImportGroup | "AMBIGUOUS">();
    for (const reference of wanted) if (assumed.has(reference)) groups.set(reference, ImportGroup.assumed(reference));
    for (const master of wanted.size > 0 ? await accounts.mastersBearing([...wanted]) : []) {
      const reference = master.reference as string;
      groups.set(reference, groups.has(reference) ? "AMBIGUOUS" : ImportGroup.of(master));
    }
    return new MastersByReference(groups);
  }

  isMaster({ role, masterReference }: ImportDraft): boolean {
    return masterReference === null && role !== "MEMBER";
  }

  groupOf({ role, masterReference }: ImportDraft): ImportGroup {
    if (role === "MASTER") {
      throw new UnusableLine(
        "ROLE_CONTRADICTED",
        "This line is a master, and names a master: a master is never a member.",
      );
    }
    if (masterReference === null) {
      throw new UnusableLine("ROLE_CONTRADICTED", "This line is a member, and names no master.");
    }
    const group = this.bearing(masterReference);
    if (group !== null) return group;
    throw new UnusableLine(
      "MASTER_UNKNOWN",
      `No master bears the reference "${masterReference}"; a master comes before its members, in a batch that is written.`,
    );
  }

  existing({ reference }: ImportDraft): ImportGroup | null {
    return reference === null ? null : this.bearing(reference);
  }

  add({ reference }: ImportDraft, group: ImportGroup): void {
    if (reference !== null) this.groups.set(reference, group);
  }

  private bearing(reference: string): ImportGroup | null {
    const group = this.groups.get(reference) ?? null;
    if (group !== "AMBIGUOUS") return group;
    throw new UnusableLine(
      "MASTER_AMBIGUOUS",
      `Several masters bear the reference "${reference}"; import the members of each by its id.`,
    );
  }
}
