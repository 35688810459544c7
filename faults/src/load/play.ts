import { setTimeout as sleep } from "node:timers/promises";
import type { Answer } from "./answer.js";
import { resultIdsIn } from "./answer.js";
import type { Operation } from "./operation.js";
import { type GroupPlan, type Label, MASTER, type Step } from "./plan.js";
import type { Requester } from "./requester.js";

/** Makes the requests of a plan. What depends on an account that nobody has confirmed is left out. */
export async function play(plan: GroupPlan, requester: Requester): Promise<void> {
  const group = new PlayedGroup(plan.group, requester);
  let number = 0;
  for (const stage of plan.stages) {
    await Promise.all(stage.map((step) => group.make(step, ++number)));
  }
}

class PlayedGroup {
  private readonly ids = new Map<Label, string>();
  private readonly previews = new Map<string, { readonly requestId: string; readonly token: string }>();

  constructor(
    private readonly name: string,
    private readonly requester: Requester,
  ) {}

  async make(step: Step, number: number): Promise<void> {
    const operation = this.operationOf(step);
    if (operation === null) return;
    const id = `${this.name}/${number}`;
    const key = step.key === undefined ? id : `${this.name}/${step.key}`;
    if (step.afterMs) await sleep(step.afterMs);
    const request = { id, group: this.name, key, operation, attempts: [], answer: null };
    const answer = await this.requester.request(request, step.replica);
    if (answer !== null) this.learn(step, id, answer);
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
