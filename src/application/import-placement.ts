import type { ImportDraft } from "./import-draft.js";
import { ImportGroup } from "./import-group.js";
import { type BadLine, sorted, UnusableLine } from "./import-line.js";
import type { ImportMasters } from "./import-masters.js";

/** An account in the making, in its group. */
export interface Placement {
  readonly number: number;
  readonly draft: ImportDraft;
  readonly group: ImportGroup;
  readonly isMaster: boolean;
}

export interface Placements {
  /** In the order of their lines. */
  readonly placed: readonly Placement[];
  readonly bad: readonly BadLine[];
}

/** Puts the lines of a batch into their groups: masters first, so that a member may precede its master within a batch. */
export function place(drafts: readonly ImportDraft[], masters: ImportMasters, newId: () => string): Placements {
  const references = new References();
  const placeMaster = (draft: ImportDraft): Placement => {
    references.takeMaster(draft);
    const existing = masters.existing(draft);
    const group = existing ?? ImportGroup.toAdd(newId(), draft.reference);
    if (existing === null) masters.add(draft, group);
    return { number: draft.number, draft, group, isMaster: true };
  };
  const placeMember = (draft: ImportDraft): Placement => {
    const group = masters.groupOf(draft);
    references.takeMember(draft, group);
    return { number: draft.number, draft, group, isMaster: false };
  };
  const isMaster = (draft: ImportDraft) => masters.isMaster(draft);
  const first = sorted(drafts.filter(isMaster), placeMaster);
  const then = sorted(
    drafts.filter((draft) => !isMaster(draft)),
    placeMember,
  );
  return {
    placed: [...first.made, ...then.made].sort((one, other) => one.number - other.number),
    bad: [...first.bad, ...then.bad],
  };
}

/** The references of one batch, each to be borne once: by one master, and by one account of a group. */
class References {
  private readonly taken = new Set<string>();

  takeMaster({ reference }: ImportDraft): void {
    if (reference !== null) this.take(JSON.stringify([reference]), reference);
  }

  takeMember({ reference }: ImportDraft, { id, masterReference }: ImportGroup): void {
    if (reference === null) return;
    if (reference === masterReference) {
      throw new UnusableLine("REFERENCE_TAKEN", `The master of this group bears the reference "${reference}" itself.`);
    }
    this.take(JSON.stringify([id, reference]), reference);
  }

  private take(key: string, reference: string): void {
    if (this.taken.has(key)) {
      throw new UnusableLine(
        "REFERENCE_REPEATED",
        `An earlier line of its batch has the reference "${reference}" too.`,
      );
    }
    this.taken.add(key);
  }
}
