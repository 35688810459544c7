import type { EnterpriseAccount } from "../domain/enterprise-account.js";

/** A group that an import adds accounts to. */
export class ImportGroup {
  private constructor(
    readonly id: string,
    /** Its master as it was read, before anything else of the group; null where it is not there yet. */
    readonly master: EnterpriseAccount | null,
    readonly masterReference: string | null,
    /** That this batch adds its master. */
    readonly isNew: boolean,
  ) {}

  static of(master: EnterpriseAccount): ImportGroup {
    return new ImportGroup(master.id, master, master.reference, false);
  }

  static toAdd(id: string, masterReference: string | null): ImportGroup {
    return new ImportGroup(id, null, masterReference, true);
  }

  /** The group of a master that an earlier batch of a rehearsal would have added: it has no members yet. */
  static assumed(masterReference: string): ImportGroup {
    return new ImportGroup(`assumed: ${masterReference}`, null, masterReference, false);
  }
}
