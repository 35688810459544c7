/** A moment of a commit: the boundary of a statement, or when its answer is about to leave. */
export type Moment =
  | { readonly boundary: "before" | "after"; readonly place: number; readonly name: string }
  | { readonly boundary: "answer"; readonly name: string };

/** Every moment of a commit that has the database do these statements, in order. */
export function momentsOf(statements: readonly string[]): Moment[] {
  const boundaries = statements.flatMap((text, place): Moment[] =>
    (["before", "after"] as const).map((boundary) => ({ boundary, place, name: `${boundary} ${nameOf(text)}` })),
  );
  return [...boundaries, { boundary: "answer", name: "before the answer" }];
}

/** What a statement does, by its first words and the first table that it names. */
export function nameOf(text: string): string {
  const words = text.trim().replaceAll(/\s+/g, " ");
  const [, verb = words.slice(0, 30)] =
    /^(START TRANSACTION|COMMIT|ROLLBACK|INSERT|UPDATE|DELETE|SELECT|WITH)\b/i.exec(words) ?? [];
  const [, table] = /\b(?:INTO|UPDATE|FROM)\s+([a-z_]+)/i.exec(words) ?? [];
  return /^(INSERT|UPDATE|DELETE|SELECT|WITH)$/i.test(verb) && table ? `${verb} ${table}` : verb;
}
