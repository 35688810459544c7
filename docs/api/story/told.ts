import type { Answer } from "../recording.js";

/** An answer that the story goes on from. */
export class Told {
  constructor(private readonly answer: Answer) {}

  /** The text at a path of the data, such as `registerMasterAccount.account.id`. @throws Error where there is none */
  text(path: string): string {
    const found = path.split(".").reduce<unknown>((value, key) => (value as never)?.[key], this.answer.data);
    if (typeof found !== "string") throw new Error(`No text at ${path} of ${JSON.stringify(this.answer)}`);
    return found;
  }
}
