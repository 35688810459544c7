import type { Operation } from "../load/operation.js";
import {
  masterRegistered,
  memberRegistered,
  membersRegistered,
  read,
  registerMaster,
  registerMembers,
  rename,
} from "./accounts.js";
import { commit, committed, preview, type Shown } from "./authentications.js";
import type { Effect, ResultIds } from "./effect.js";
import type { Group } from "./group.js";

/** What is asked of the model. */
export interface ModelRequest {
  readonly id: string;
  /** Null where the operation has none. */
  readonly key: string | null;
  readonly operation: Operation;
  /** The ids that its effect has, if it has one. */
  readonly resultIds: ResultIds;
}

export interface ModelStep {
  readonly service: ServiceModel;
  readonly answer: Effect["answer"];
}

/** The service with one group, as it would be if it did one request after the other. Immutable. */
export class ServiceModel {
  private constructor(
    /** Null until its master is registered. */
    readonly group: Group | null,
    private readonly keys: ReadonlyMap<string, ResultIds>,
    /** By the request of the preview. */
    private readonly shown: ReadonlyMap<string, Shown>,
  ) {}

  static empty(): ServiceModel {
    return new ServiceModel(null, new Map(), new Map());
  }

  isUsed(key: string): boolean {
    return this.keys.has(key);
  }

  /** Does a request as if nothing else were going on. Null where it cannot be done in this state at all. */
  do(request: ModelRequest): ModelStep | null {
    const { key, operation } = request;
    const earlier = key === null ? undefined : this.keys.get(key);
    const effect = earlier === undefined ? this.effectOf(request) : this.repeated(operation, earlier);
    return effect && { service: this.after(request, effect.group), answer: effect.answer };
  }

  /** The same text for states between which nothing tells. */
  get fingerprint(): string {
    return JSON.stringify([this.group?.fingerprint, [...this.keys.keys()].toSorted(), [...this.shown].toSorted()]);
  }

  private effectOf({ operation, resultIds }: ModelRequest): Effect | null {
    const { group } = this;
    if (operation.kind === "registerMaster") return group === null ? registerMaster(operation.name, resultIds) : null;
    if (group === null || !group.has("accountId" in operation ? operation.accountId : operation.masterId)) return null;
    switch (operation.kind) {
      case "registerMember": {
        const joined = registerMembers(group, [operation.name], resultIds);
        return joined && { group: joined, answer: memberRegistered(joined, resultIds[0] as string) };
      }
      case "registerMembers": {
        const joined = registerMembers(group, operation.names, resultIds);
        return joined && { group: joined, answer: membersRegistered(joined, resultIds) };
      }
      case "rename":
        return rename(group, operation.accountId, operation.name);
      case "preview":
        return preview(group, operation);
      case "commit":
        return commit(group, operation, { shown: this.shownFor(operation), ids: resultIds });
      case "read":
        return read(group, operation.accountId);
    }
  }

  private shownFor({ preview }: Extract<Operation, { kind: "commit" }>): Shown | null {
    return preview && (this.shown.get(preview.requestId) ?? NOTHING_SHOWN);
  }

  /** The answer to a key that was used: what came of it then. */
  private repeated(operation: Operation, ids: ResultIds): Effect | null {
    const { group } = this;
    const [id] = ids;
    if (group === null || id === undefined) return null;
    switch (operation.kind) {
      case "registerMaster":
        return { group, answer: masterRegistered(group, id) };
      case "registerMember":
        return { group, answer: memberRegistered(group, id) };
      case "registerMembers":
        return { group, answer: membersRegistered(group, ids) };
      case "commit":
        return { group, answer: committed(group, operation, id) };
      default:
        return null;
    }
  }

  private after({ id, key, operation, resultIds }: ModelRequest, group: Group): ServiceModel {
    if (operation.kind === "preview") {
      const { accountId, name, certificate } = operation;
      const shown = new Map(this.shown).set(id, { accountId, name, certificate, revision: group.revision });
      return new ServiceModel(group, this.keys, shown);
    }
    if (group === this.group) return this;
    return new ServiceModel(group, key === null ? this.keys : new Map(this.keys).set(key, resultIds), this.shown);
  }
}

/** No group is as this was. */
const NOTHING_SHOWN: Shown = { accountId: "", name: "", certificate: null, revision: 0 };
