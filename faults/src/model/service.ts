import type { Answer, SeenDecision } from "../load/answer.js";
import type { Operation } from "../load/operation.js";
import { seen } from "./account.js";
import { type Authentication, Group } from "./group.js";

/** What a change brought about, as the service named it: new accounts, or a snapshot. */
export type ResultIds = readonly string[];

/** What is asked of the model. `key` is null where the operation has none. */
export interface ModelRequest {
  readonly id: string;
  readonly key: string | null;
  readonly operation: Operation;
  /** The ids that its effect has, if it has one. */
  readonly resultIds: ResultIds;
}

/** What the model answers: the same as the service, but for ids of synchronizations and the tokens of previews. */
export interface ModelStep {
  readonly service: ServiceModel;
  readonly answer: Answer;
}

/** What a preview showed, which a commit can be held to. */
interface Shown extends Authentication {
  readonly revision: number;
}

/** The service with one group, as it would be if it did one request after the other. Immutable. */
export class ServiceModel {
  private constructor(
    /** Null until its master is registered. */
    readonly group: Group | null,
    private readonly keys: ReadonlyMap<string, ResultIds>,
    /** What each preview showed, by its request. */
    private readonly previews: ReadonlyMap<string, Shown>,
  ) {}

  static empty(): ServiceModel {
    return new ServiceModel(null, new Map(), new Map());
  }

  isUsed(key: string): boolean {
    return this.keys.has(key);
  }

  /** Does a request as if nothing else were going on. Null where it cannot be done in this state at all. */
  do(request: ModelRequest): ModelStep | null {
    const { key, operation, resultIds } = request;
    const earlier = key === null ? undefined : this.keys.get(key);
    if (earlier !== undefined) return this.repeat(operation, earlier);
    if (operation.kind === "registerMaster") {
      const [id] = resultIds;
      if (this.group !== null || id === undefined) return null;
      const group = Group.begin(id, operation.name);
      return this.changed(request, group, { __typename: "MasterAccountRegistered", account: seen(group.account(id)) });
    }
    if (this.group === null || !this.group.has("accountId" in operation ? operation.accountId : operation.masterId))
      return null;
    return this.doIn(this.group, request, operation);
  }

  get fingerprint(): string {
    return JSON.stringify([this.group?.fingerprint, [...this.keys.keys()].toSorted(), [...this.previews].toSorted()]);
  }

  private doIn(
    group: Group,
    request: ModelRequest,
    operation: Exclude<Operation, { kind: "registerMaster" }>,
  ): ModelStep | null {
    switch (operation.kind) {
      case "registerMember":
      case "registerMembers":
        return this.register(group, request, "names" in operation ? operation.names : [operation.name]);
      case "rename": {
        const account = group.account(operation.accountId);
        if (account.history.length > 0)
          return this.unchanged({ __typename: "EnterpriseNameFixed", account: seen(account) });
        const renamed = group.rename(account.id, operation.name);
        return this.changed(request, renamed, {
          __typename: "EnterpriseAccountRenamed",
          account: seen(renamed.account(account.id)),
        });
      }
      case "commit":
        return this.commit(group, request, operation);
      case "preview":
        return this.preview(group, request, operation);
      case "read":
        return this.unchanged({
          __typename: "EnterpriseAccount",
          ...seen(group.account(operation.accountId)),
        } as Answer);
    }
  }

  private register(group: Group, request: ModelRequest, names: readonly string[]): ModelStep | null {
    if (request.resultIds.length !== names.length) return null;
    const members = names.map((name, place) => ({ id: request.resultIds[place] as string, name }));
    const joined = group.join(members);
    const accounts = members.map(({ id }) => seen(joined.account(id)));
    const [account] = accounts;
    return this.changed(
      request,
      joined,
      request.operation.kind === "registerMember" && account
        ? { __typename: "MemberAccountRegistered", account }
        : { __typename: "MemberAccountsRegistered", accounts },
    );
  }

  private commit(
    group: Group,
    request: ModelRequest,
    operation: Extract<Operation, { kind: "commit" }>,
  ): ModelStep | null {
    const account = group.account(operation.accountId);
    if (account.history.length > 0)
      return this.unchanged({ __typename: "AlreadyAuthenticated", account: seen(account) });
    if (operation.preview !== null && !this.isStillAsShown(operation.preview.requestId, operation, group.revision)) {
      return this.unchanged({ __typename: "PreviewStale" });
    }
    const [snapshotId] = request.resultIds;
    if (snapshotId === undefined) return null;
    const changed = group.authenticate(operation, snapshotId);
    return this.changed(request, changed, committed(changed, operation, snapshotId));
  }

  /** Whether the group has not changed since, and what is committed is what was shown, to the letter. */
  private isStillAsShown(
    previewId: string,
    { accountId, name, certificate }: Authentication,
    revision: number,
  ): boolean {
    const shown = this.previews.get(previewId);
    if (shown === undefined) return false;
    const isSame = shown.accountId === accountId && shown.name === name && shown.revision === revision;
    return isSame && (shown.certificate === null || shown.certificate === certificate);
  }

  private preview(group: Group, { id }: ModelRequest, operation: Extract<Operation, { kind: "preview" }>): ModelStep {
    const account = group.account(operation.accountId);
    if (account.history.length > 0)
      return this.unchanged({ __typename: "AlreadyAuthenticated", account: seen(account) });
    const nodes = group.decisionsOn(operation);
    const answer = {
      __typename: "AuthenticationPreview",
      account: seen(account),
      nameBefore: account.name,
      nameAfter: operation.name,
      memberCount: nodes.length,
      synchronizedCount: nodes.filter(({ decision }) => decision.synchronized).length,
      breakdown: breakdownOf(nodes),
      members: { nodes },
    };
    const { accountId, name, certificate } = operation;
    const previews = new Map(this.previews).set(id, { accountId, name, certificate, revision: group.revision });
    return { service: new ServiceModel(group, this.keys, previews), answer };
  }

  /** The answer to a key that was used: what came of it then; accounts are as they are now. */
  private repeat(operation: Operation, ids: ResultIds): ModelStep | null {
    const { group } = this;
    if (group === null) return null;
    const [id = ""] = ids;
    switch (operation.kind) {
      case "registerMaster":
        return this.unchanged({ __typename: "MasterAccountRegistered", account: seen(group.account(id)) });
      case "registerMember":
        return this.unchanged({ __typename: "MemberAccountRegistered", account: seen(group.account(id)) });
      case "registerMembers":
        return this.unchanged({
          __typename: "MemberAccountsRegistered",
          accounts: ids.map((one) => seen(group.account(one))),
        });
      case "commit":
        return this.unchanged(committed(group, operation, id));
      default:
        return null;
    }
  }

  private unchanged(answer: Answer): ModelStep {
    return { service: this, answer };
  }

  private changed({ key, resultIds }: ModelRequest, group: Group, answer: Answer): ModelStep {
    const keys = key === null ? this.keys : new Map(this.keys).set(key, resultIds);
    return { service: new ServiceModel(group, keys, this.previews), answer };
  }
}

function committed(group: Group, operation: Extract<Operation, { kind: "commit" }>, snapshotId: string): Answer {
  const { carried } = group;
  return {
    __typename: "AuthenticationCommitted",
    account: seen(group.account(operation.accountId)),
    snapshot: { id: snapshotId, enterpriseName: operation.name, certificate: { number: operation.certificate } },
    synchronization:
      carried?.snapshotId === snapshotId
        ? {
            id: "",
            nameBefore: carried.nameBefore,
            nameAfter: carried.nameAfter,
            synchronizedCount: carried.synchronizedCount,
          }
        : null,
  };
}

function breakdownOf(nodes: readonly SeenDecision[]) {
  const counts = new Map<string, { reason: string; statusBefore: string; count: number }>();
  for (const { statusBefore, decision } of nodes) {
    const key = `${decision.reason} ${statusBefore}`;
    const counted = counts.get(key) ?? { reason: decision.reason, statusBefore, count: 0 };
    counts.set(key, { ...counted, count: counted.count + 1 });
  }
  return [...counts.values()];
}
