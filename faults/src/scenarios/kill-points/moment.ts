/** A moment of a commit: the boundary of a statement, or when its answer is about to leave. */
export type Moment =
  | { readonly boundary: "before" | "after"; readonly place: number; readonly name: string }
  | { readonly boundary: "answer"; readonly name: string };

/** Every moment of a commit that has the database do these statements, in order. @param statements by their names */
export function momentsOf(statements: readonly string[]): Moment[] {
  const boundaries = statements.flatMap((name, place): Moment[] =>
    (["before", "after"] as const).map((boundary) => ({ boundary, place, name: `${boundary} ${name}` })),
  );
  return [...boundaries, { boundary: "answer", name: "before the answer" }];
}

const VERB = /^(START TRANSACTION|COMMIT|ROLLBACK|INSERT INTO|UPDATE|DELETE FROM|SELECT)\b/i;
const TABLE = /\b(?:INTO\s+([a-z_]+)|(?:UPDATE|FROM|JOIN)\s+([a-z_]+)\b(?!\s*\())/i;

/** What a statement does, by its first words and the first table that it names. */
export function nameOf(text: string): string {
  const [, verb = "WITH"] = VERB.exec(text.trim()) ?? [];
  const [, into, other] = TABLE.exec(text) ?? [];
  return /INTO|UPDATE|FROM|SELECT|WITH/i.test(verb) ? `${verb} ${into ?? other ?? ""}`.trim() : verb;
}
