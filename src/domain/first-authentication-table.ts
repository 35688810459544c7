/** One combination of names and status: the same letter stands for the same name, another letter for another. */
export interface FirstAuthenticationRow {
  readonly row: number;
  /** The case of the published Table 1 that documents it; null where the rule's text implies it. */
  readonly tableCase: number | null;
  readonly nameBefore: string;
  readonly memberName: string;
  readonly memberAuthenticated: boolean;
  readonly nameAfter: string;
}

/**
 * Every combination that a master's first authentication can meet, after Table 1 of "Overall Process", the public help
 * page of enterprise real-name authentication (2025-02-25). What follows from each is the policy's to say.
 */
export const FIRST_AUTHENTICATION_TABLE: readonly FirstAuthenticationRow[] = [
  { row: 1, tableCase: 1, nameBefore: "A", memberName: "A", memberAuthenticated: false, nameAfter: "A" },
  { row: 2, tableCase: 2, nameBefore: "A", memberName: "A", memberAuthenticated: false, nameAfter: "B" },
  { row: 3, tableCase: null, nameBefore: "A", memberName: "A", memberAuthenticated: true, nameAfter: "A" },
  { row: 4, tableCase: 3, nameBefore: "A", memberName: "A", memberAuthenticated: true, nameAfter: "B" },
  { row: 5, tableCase: 4, nameBefore: "A", memberName: "B", memberAuthenticated: false, nameAfter: "B" },
  { row: 6, tableCase: 5, nameBefore: "A", memberName: "B", memberAuthenticated: false, nameAfter: "A" },
  { row: 7, tableCase: null, nameBefore: "A", memberName: "B", memberAuthenticated: false, nameAfter: "C" },
  { row: 8, tableCase: null, nameBefore: "A", memberName: "B", memberAuthenticated: true, nameAfter: "B" },
  { row: 9, tableCase: 6, nameBefore: "A", memberName: "B", memberAuthenticated: true, nameAfter: "A" },
  { row: 10, tableCase: null, nameBefore: "A", memberName: "B", memberAuthenticated: true, nameAfter: "C" },
];

/** The row that a combination belongs to: the one in which the same names are the same, and the status is the member's. */
export function rowOf(combination: {
  memberBearsNameBefore: boolean;
  memberBearsNameAfter: boolean;
  nameUnchanged: boolean;
  memberAuthenticated: boolean;
}): FirstAuthenticationRow {
  const found = FIRST_AUTHENTICATION_TABLE.find(
    (row) =>
      (row.memberName === row.nameBefore) === combination.memberBearsNameBefore &&
      (row.memberName === row.nameAfter) === combination.memberBearsNameAfter &&
      (row.nameBefore === row.nameAfter) === combination.nameUnchanged &&
      row.memberAuthenticated === combination.memberAuthenticated,
  );
  if (found === undefined) {
    throw new Error("Sameness of names is an equivalence, so that every combination has its row.");
  }
  return found;
}
