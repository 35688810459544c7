/** What a refusal says that was added to the API after this page was built: the compiler knows of none. */
export function messageOf(refusal: never): string {
  return (refusal as { message: string }).message;
}
