import { unseal } from "../../src/graphql/connections/opaque.js";

/** An answer with what is sealed in its cursors and tokens. */
export function opened(answer: string): string {
  return answer.replaceAll(/"([\w-]+)"/g, (text, sealed) => {
    const values = unseal(sealed);
    return values === null ? text : JSON.stringify(values);
  });
}
