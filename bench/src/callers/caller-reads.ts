import { isDeepStrictEqual } from "node:util";
import { type Answer, mustAgree } from "../reads/must-agree.js";
import { ownReads, READS, type ReadSubjects } from "../reads/read-operations.js";
import { ask, type Operation } from "../service/http-client.js";
import { NAME_AFTER } from "../service/names.js";
import { newestAccounts } from "../service/operations.js";
import { type CallerVariant, HELD, OF_GROUPS } from "./caller-variants.js";

/** What is read of a few groups only by a caller who knows of no others. */
const NEWEST = "50 accounts";

/** One read that callers are compared by. */
export interface CallerRead {
  readonly read: string;
  readonly operation: Operation;
}

/** Those that servers are compared by, one of them of a large group too, and lists of all accounts that there are for a caller. */
export function callerReads(subjects: ReadSubjects, largeGroupId: string): CallerRead[] {
  const { preview } = ownReads({ ...subjects, uncommitted: largeGroupId });
  return [
    ...READS.map((read) => ({ read, operation: ownReads(subjects)[read].operation })),
    { read: "preview of a large group", operation: preview.operation },
    { read: NEWEST, operation: newestAccounts({}) },
    { read: "50 accounts by name", operation: newestAccounts({ enterpriseName: NAME_AFTER }) },
  ];
}

/** @throws where two callers are answered differently who should not be, or alike who should not be */
export async function mustAnswerAsOne(variants: readonly CallerVariant[], reads: readonly CallerRead[]): Promise<void> {
  for (const { read, operation } of reads) {
    const answers: Answer[] = [];
    for (const { name, url, headers } of variants) answers.push({ name, answer: await ask(url, operation, headers) });
    if (read !== NEWEST) mustAgree(read, answers);
    else mustBeLimited(read, answers);
  }
}

function mustBeLimited(read: string, answers: readonly Answer[]): void {
  const isLimited = ({ name }: Answer) => name === OF_GROUPS || name === HELD;
  const [ofSome, ofAll] = [answers.filter(isLimited), answers.filter((one) => !isLimited(one))];
  mustAgree(read, ofSome);
  mustAgree(read, ofAll);
  if (isDeepStrictEqual(ofSome[0]?.answer, ofAll[0]?.answer)) throw new Error(`"${read}" shows groups of others.`);
}
