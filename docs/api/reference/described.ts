interface Described {
  readonly description?: string | null | undefined;
  readonly deprecationReason?: string | null | undefined;
}

/** What the schema says of a part of it; first that it is on its way out, where it is. */
export function described({ description, deprecationReason }: Described): string {
  const warning = deprecationReason == null ? "" : `**Deprecated.** ${deprecationReason}`;
  return [warning, description ?? ""].join(" ").trim();
}
