/** Writes values so that a client cannot take them for anything but a token to be handed back. */
export function seal(values: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(values)).toString("base64url");
}

/** What was sealed; null for anything that `seal` did not write, down to the last character. */
export function unseal(text: string): readonly (string | number | null)[] | null {
  try {
    const values: unknown = JSON.parse(Buffer.from(text, "base64url").toString());
    return isFlat(values) && seal(values) === text ? values : null;
  } catch {
    return null;
  }
}

function isFlat(values: unknown): values is (string | number | null)[] {
  return (
    Array.isArray(values) &&
    values.every((value) => value === null || typeof value === "number" || typeof value === "string")
  );
}
