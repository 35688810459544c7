import { setTimeout as sleep } from "node:timers/promises";
import type { Random } from "../harness/random.js";
import type { Answer } from "./answer.js";
import { ask } from "./ask.js";
import { documentOf } from "./document.js";
import { type Attempt, clock, type HistoryWriter, type RecordedRequest } from "./history.js";
import { hasKey, isReading } from "./operation.js";
import { saysNothingWasDone } from "./reply-kind.js";

export interface RequesterOptions {
  /** Where the replicas are asked. */
  readonly replicas: readonly string[];
  readonly history: HistoryWriter;
  readonly random: Random;
  /** For how long an unanswered request is made again. */
  readonly patienceMs: number;
}

const PAUSE_MS = { least: 30, most: 150 };

/** Makes requests, each again with the same key until it is answered, and writes down all of it. */
export class Requester {
  constructor(private readonly options: RequesterOptions) {}

  /** @param first the replica that is asked first; the others follow. Null where nobody has answered */
  async request(request: RecordedRequest, first: number): Promise<Answer | null> {
    const giveUpAt = clock() + this.options.patienceMs;
    for (let turn = first; ; turn += 1) {
      const { attempt, answer } = await this.attempt(request, turn);
      request.attempts.push(attempt);
      request.answer = answer;
      if (answer !== null || !mayBeRepeated(request, attempt) || clock() > giveUpAt) return answer;
      await sleep(this.options.random.between(PAUSE_MS.least, PAUSE_MS.most));
    }
  }

  private async attempt(request: RecordedRequest, turn: number): Promise<{ attempt: Attempt; answer: Answer | null }> {
    const { replicas, history } = this.options;
    const url = replicas[turn % replicas.length] as string;
    const begin = clock();
    history.sent(request, begin);
    const { kind, answer } = await ask(url, documentOf(request.operation, request.key));
    const attempt = { begin, end: clock(), kind };
    history.replied(request.id, attempt, answer);
    return { attempt, answer };
  }
}

/** Without a key, what may have been done is not asked for twice. */
function mayBeRepeated({ operation }: RecordedRequest, { kind }: Attempt): boolean {
  if (kind.startsWith("4") && !saysNothingWasDone(kind)) return false;
  return hasKey(operation) || isReading(operation) || saysNothingWasDone(kind);
}
