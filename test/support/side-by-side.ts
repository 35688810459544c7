import { expect } from "@jest/globals";
import type { AuthenticationPreview } from "../../src/application/authentication-preview.js";
import type { PreviewToken } from "../../src/application/preview-token.js";
import { Refusal } from "../../src/application/refusals.js";
import type { EnterpriseAccount } from "../../src/domain/enterprise-account.js";
import type { EnterpriseName } from "../../src/domain/enterprise-name.js";
import { CopyingModel } from "./copying-model.js";
import { inOrder, shownDecision } from "./copying-model-comparison.js";
import type {
  ModelAnswer,
  ModelCommit,
  ModelDecision,
  ModelPreview,
  ModelRegistration,
  ModelRequest,
} from "./copying-model-records.js";
import type { Given } from "./given.js";
import { EVERYTHING, itemsOf } from "./pages.js";

/** A preview, as the service and as the model know it. */
interface Previewed {
  readonly token: PreviewToken;
  readonly preview: ModelPreview;
}

/** The service and the model, asked the same: both must answer the same. */
export class SideBySide {
  readonly model = new CopyingModel();
  lastPreview: Previewed | null = null;
  /** Requests with an idempotency key that were made, to be made again. */
  readonly repeatable: (() => Promise<void>)[] = [];

  constructor(readonly given: Given) {}

  async registerMaster(registration: ModelRegistration, key: string | null): Promise<void> {
    const { name, reference } = registration;
    const command = { enterpriseName: name, reference, idempotencyKey: key };
    await this.request(key, ["master", name.value, reference], {
      make: () => this.given.useCases.registerMaster.execute(command),
      model: ([id]) => this.model.registerMaster(id, registration),
    });
  }

  async registerMember(masterId: string, registration: ModelRegistration, key: string | null): Promise<void> {
    const { name, reference } = registration;
    const command = { masterId, enterpriseName: name, reference, idempotencyKey: key };
    await this.request(key, ["member", masterId, name.value, reference], {
      make: () => this.given.useCases.registerMember.execute(command),
      model: ([id]) => this.model.registerMember(id, masterId, registration),
    });
  }

  async registerMembers(
    masterId: string,
    registrations: readonly ModelRegistration[],
    key: string | null,
  ): Promise<void> {
    const members = registrations.map(({ name, reference }) => ({ enterpriseName: name.value, reference }));
    await this.request(key, ["members", masterId, members], {
      make: () => this.given.useCases.registerMembers.execute({ masterId, members, idempotencyKey: key }),
      model: (ids) => this.model.registerMembers(ids, masterId, registrations),
    });
  }

  async rename(accountId: string, name: EnterpriseName): Promise<void> {
    await this.request(null, [], {
      make: () => this.given.useCases.rename.execute({ accountId, enterpriseName: name }),
      model: () => this.model.rename(accountId, name),
    });
  }

  async commit(request: ModelCommit, { key, held }: { key: string | null; held: Previewed | null }): Promise<void> {
    const { accountId, name, certificate } = request;
    const previewToken = held?.token ?? null;
    const command = { accountId, enterpriseName: name, certificate, previewToken, idempotencyKey: key };
    await this.request(key, ["commit", accountId, name.value, certificate, previewToken], {
      make: () => this.given.useCases.commit.execute(command),
      model: ([snapshotId]) => this.model.commit(snapshotId, request, held?.preview ?? null),
    });
  }

  /** Every member's decision, and how many of a kind there are. */
  async preview(request: ModelRequest): Promise<void> {
    const { accountId, name, certificate } = request;
    const result = await this.given.useCases.preview.execute({ accountId, enterpriseName: name, certificate });
    const decisions = this.model.preview(request);
    expect(result.kind === "AuthenticationPreview").toBe(decisions !== null);
    if (result.kind !== "AuthenticationPreview" || decisions === null) return;

    const changes = this.model.changesOf(accountId);
    expect(result.token.revision).toBe(changes);
    this.lastPreview = { token: result.token, preview: { ...request, changes } };
    await this.compareDecisions(result, decisions);
  }

  private async compareDecisions(preview: AuthenticationPreview, decisions: readonly ModelDecision[]) {
    const list = async (synchronized: boolean | null) =>
      inOrder(
        itemsOf(await this.given.useCases.preview.members(preview, { synchronized }, EVERYTHING)).map(shownDecision),
      );
    expect(await list(null)).toEqual(decisions);
    expect(await list(true)).toEqual(decisions.filter(({ effect }) => effect !== "NONE"));
    const others = decisions.filter(({ effect }) => effect === "NONE");
    expect(await list(false)).toEqual(others);

    const counted = (await this.given.useCases.preview.breakdown(preview)).flatMap(({ reason, statusBefore, count }) =>
      Array<string>(count).fill(`${reason} ${statusBefore}`),
    );
    expect(counted.sort()).toEqual(decisions.map((decision) => this.kindOf(decision)).sort());
  }

  private kindOf({ id, reason }: ModelDecision): string {
    return `${reason} ${this.model.find(id)?.authentication ? "AUTHENTICATED" : "NOT_AUTHENTICATED"}`;
  }

  private async request(
    key: string | null,
    content: unknown,
    { make, model }: { make: () => Promise<Result>; model: (ids: readonly [string, ...string[]]) => ModelAnswer },
  ): Promise<void> {
    const request = async () => {
      const answer = answerOf(await make());
      // Ids are the service's to make; what the model refuses needs none.
      const [first = "", ...others] = answer.ids;
      expect(answer).toEqual(this.model.once(key, JSON.stringify(content), () => model([first, ...others])));
    };
    await request();
    if (key !== null) this.repeatable.push(request);
  }
}

type Result =
  | Refusal
  | { kind: string; accounts: readonly EnterpriseAccount[]; replayed: boolean }
  | { kind: string; account: EnterpriseAccount; snapshot?: { readonly id: string }; replayed?: boolean };

function answerOf(result: Result): ModelAnswer {
  if (result instanceof Refusal) return { kind: result.kind, ids: [], replayed: false };
  const { kind, replayed = false } = result;
  const effects = "accounts" in result ? result.accounts : [result.snapshot ?? result.account];
  return { kind, ids: effects.map(({ id }) => id), replayed };
}
