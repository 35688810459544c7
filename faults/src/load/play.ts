import { type Answer, resultIdsIn } from "./answer.js";
import type { RecordedRequest } from "./history.js";
import type { Operation } from "./operation.js";
import { type GroupPlan, type Label, MASTER, type Step } from "./plan.js";
import type { Requester } from "./requester.js";

/** Makes the requests of a plan, the steps of a stage at once. */
export async function play({ group, stages }: GroupPlan, requester: Requester): Promise<void> {
  const played = new PlayedGroup(group, requester);
  for (const stage of stages) await played.play(stage);
}

/** A group of a plan, with what has become known of it. */
export class PlayedGroup {
  private readonly ids = new Map<Label, string>();
  private readonly previews = new Map<string, { readonly requestId: string; readonly token: string }>();
  private requests = 0;

  constructor(
    private readonly name: string,
    private readonly requester: Requester,
  ) {}

  /** Makes requests at once. What depends on an account that nobody has confirmed is left out. */
  async play(steps: readonly Step[]): Promise<(RecordedRequest | null)[]> {
    return Promise.all(steps.map((step) => this.make(step)));
  }

  private async make(step: Step): Promise<RecordedRequest | null> {
    this.requests += 1;
    const id = `${this.name}/${this.requests}`;
    const operation = this.operationOf(step);
    if (operation === null) return null;
    const key = step.key === undefined ? id : `${this.name}/${step.key}`;
    const request = { id, group: this.name, key, operation, attempts: [], answer: null };
    const answer = await this.requester.request(request, step.replica);
    if (answer !== null) this.learn(step, id, answer);
    return request;
  }

  /** Null where it is about what is not known to be there. */
  private operationOf(step: Step): Operation | null {
    const masterId = this.ids.get(MASTER) ?? "";
    const accountId = "account" in step ? (this.ids.get(step.account) ?? "") : masterId;
    if (accountId === "" && step.kind !== "registerMaster") return null;
    switch (step.kind) {
      case "registerMaster":
        return { kind: step.kind, name: step.name };
      case "registerMember":
        return { kind: step.kind, masterId, name: step.name };
      case "registerMembers":
        return { kind: step.kind, masterId, names: step.names };
      case "rename":
        return { kind: step.kind, accountId, name: step.name };
      case "preview":
        return { kind: step.kind, accountId, name: step.name, certificate: step.certificate };
      case "commit": {
        const preview = (step.shown && this.previews.get(step.shown)) || null;
        return { kind: step.kind, accountId, name: step.name, certificate: step.certificate, preview };
      }
      case "read":
        return { kind: step.kind, accountId };
    }
  }

  private learn(step: Step, requestId: string, answer: Answer): void {
    const labels = step.kind === "registerMaster" ? [MASTER] : "as" in step ? [step.as].flat() : [];
    resultIdsIn(answer).forEach((id, place) => {
      const label = labels[place];
      if (label !== undefined) this.ids.set(label, id);
    });
    if (step.kind === "preview" && step.shown !== undefined && answer.previewToken !== undefined) {
      this.previews.set(step.shown, { requestId, token: answer.previewToken });
    }
  }
}
