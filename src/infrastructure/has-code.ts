/** Whether `error` carries one of `codes`: a system error's (`ENOENT`) or an SQLSTATE (`28P01`). */
export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return typeof error === "object" && error !== null && "code" in error && codes.includes(String(error.code));
}
