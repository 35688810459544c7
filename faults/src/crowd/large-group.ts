import { ask } from "../load/ask.js";
import { documentOf } from "../load/document.js";
import type { Operation } from "../load/operation.js";

/** As many as one request may register. */
const AT_ONCE = 1_000;

/** Registers a master with so many members, each of another name. Answers with the master's id. */
export async function registerLargeGroup(url: string, members: number): Promise<string> {
  const masterId = await registered(url, { kind: "registerMaster", name: nameOf(0) });
  for (let first = 1; first <= members; first += AT_ONCE) {
    const names = Array.from({ length: Math.min(AT_ONCE, members + 1 - first) }, (_, place) => nameOf(first + place));
    await registered(url, { kind: "registerMembers", masterId, names });
  }
  return masterId;
}

/** Registers a master that nobody is a member of. Answers with its id. */
export function registerMaster(url: string): Promise<string> {
  return registered(url, { kind: "registerMaster", name: nameOf(0) });
}

let requests = 0;

async function registered(url: string, operation: Operation): Promise<string> {
  requests += 1;
  const { kind, answer } = await ask(url, documentOf(operation, `large-group-${requests}`));
  const [account] = answer?.accounts ?? (answer?.account ? [answer.account] : []);
  if (account === undefined) throw new Error(`${operation.kind} was answered ${answer?.__typename ?? kind}.`);
  return account.id;
}

function nameOf(number: number): string {
  return `示例第${number}号有限公司`;
}
