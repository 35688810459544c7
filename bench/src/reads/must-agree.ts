import { isDeepStrictEqual } from "node:util";

/** What one of several servers answers. */
export interface Answer {
  readonly name: string;
  readonly answer: unknown;
}

/** @throws where an answer differs from the first one, but for the order of keys */
export function mustAgree(read: string, [first, ...others]: readonly Answer[]): void {
  for (const { name, answer } of others) {
    if (isDeepStrictEqual(answer, first?.answer)) continue;
    throw new Error(
      `${name} answers "${read}" differently: ${JSON.stringify(answer)}, not ${JSON.stringify(first?.answer)}`,
    );
  }
}
