import { ask } from "../load/ask.js";
import { documentOf } from "../load/document.js";
import type { Operation } from "../load/operation.js";

/** As many as one request may register. */
const AT_ONCE = 1_000;

/** Registers a master with so many members, each of another name. Answers with the master's id. @param letters how many each name has at least */
export async function registerLargeGroup(url: string, members: number, letters = 0): Promise<string> {
  const masterId = await registered(url, { kind: "registerMaster", name: nameOf(0) });
  for (let first = 1; first <= members; first += AT_ONCE) {
    const names = Array.from({ length: Math.min(AT_ONCE, members + 1 - first) }, (_, place) =>
      nameOf(first + place).padEnd(letters, "長"),
    );
    await registered(url, { kind: "registerMembers", masterId, names });
  }
  return masterId;
}

/** Registers masters that nobody is a member of, one after the other. Answers with their ids. */
export async function registerMasters(url: string, count: number): Promise<string[]> {
  const ids: string[] = [];
  while (ids.length < count) ids.push(await registered(url, { kind: "registerMaster", name: nameOf(0) }));
  return ids;
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
