import type { Certificate } from "../../src/domain/certificate.js";
import type { EnterpriseName } from "../../src/domain/enterprise-name.js";
import type {
  ModelAccount,
  ModelAnswer,
  ModelAuthentication,
  ModelCommit,
  ModelDecision,
  ModelPreview,
  ModelRecord,
  ModelRegistration,
  ModelRequest,
} from "./copying-model-records.js";

/**
 * The service as naive as can be: a commit copies the master's name and authentication into every member that it reaches,
 * and writes that into the member's history. It is written from the rules of the domain alone, and knows neither the
 * policy, nor a store, nor any trick that saves the copying.
 */
export class CopyingModel {
  readonly accounts: ModelAccount[] = [];
  /** What each commit of a master with members did, by the id of its snapshot. */
  readonly commits = new Map<string, readonly ModelDecision[]>();
  private readonly changes = new Map<string, number>();
  private readonly requests = new Map<string, { readonly content: string; readonly answer: ModelAnswer }>();

  find(id: string): ModelAccount | undefined {
    return this.accounts.find((account) => account.id === id);
  }

  membersOf(masterId: string): ModelAccount[] {
    return this.accounts.filter((account) => account.masterId === masterId);
  }

  /** How often something has changed in an account's group. */
  changesOf(id: string): number {
    return this.changes.get(this.find(id)?.masterId ?? id) ?? 0;
  }

  registerMaster(id: string, registration: ModelRegistration): ModelAnswer {
    return this.register("MasterAccountRegistered", id, [{ id, ...registration }]);
  }

  registerMember(id: string, masterId: string, registration: ModelRegistration): ModelAnswer {
    const refusal = this.refusedAsMaster(masterId);
    if (refusal) return refusal;
    if (this.isTaken(masterId, registration)) return refused("ReferenceTaken");
    return this.register("MemberAccountRegistered", masterId, [{ id, ...registration }]);
  }

  /** All of them or none, as one change. */
  registerMembers(ids: readonly string[], masterId: string, registrations: readonly ModelRegistration[]): ModelAnswer {
    const refusal = this.refusedAsMaster(masterId);
    if (refusal) return refusal;
    const references = registrations.flatMap(({ reference }) => reference ?? []);
    const isRepeated = new Set(references).size < references.length;
    if (isRepeated || registrations.some((one) => this.isTaken(masterId, one))) return refused("MembersRefused");
    const members = registrations.map((registration, place) => ({ id: ids[place] ?? "", ...registration }));
    return this.register("MemberAccountsRegistered", masterId, members);
  }

  rename(id: string, name: EnterpriseName): ModelAnswer {
    const account = this.find(id);
    if (account === undefined) return refused("AccountNotFound");
    if (account.authentication !== null) return refused("EnterpriseNameFixed");
    account.name = name;
    return this.changed("EnterpriseAccountRenamed", groupOf(account), [id]);
  }

  /** Null where the account cannot be authenticated a first time. */
  preview({ accountId, name, certificate }: ModelRequest): ModelDecision[] | null {
    const account = this.find(accountId);
    if (account === undefined || account.authentication !== null) return null;
    return this.membersOf(accountId).map((member) =>
      decide(member, { before: account.name, after: name, certificate }),
    );
  }

  /** @param preview what the commit is held to; null for nothing */
  commit(snapshotId: string, request: ModelCommit, preview: ModelPreview | null): ModelAnswer {
    const { accountId, name, certificate } = request;
    const account = this.find(accountId);
    if (account === undefined) return refused("AccountNotFound");
    if (account.authentication !== null) return refused("AlreadyAuthenticated");
    if (preview && !shows(preview, { ...request, changes: this.changesOf(accountId) })) return refused("PreviewStale");

    const decisions = this.preview(request) ?? [];
    const authentication = { snapshotId, accountId, certificate };
    receive(account, name, authentication, { snapshotId, origin: "OWN", reason: null });
    for (const { id, reason } of decisions) {
      const member = this.find(id);
      if (member === undefined || reason === "DIFFERENT_NAME") continue;
      receive(member, name, authentication, { snapshotId, origin: "SYNCHRONIZED", reason });
    }
    if (decisions.length > 0) this.commits.set(snapshotId, decisions);
    return this.changed("AuthenticationCommitted", groupOf(account), [snapshotId]);
  }

  /** A request with a key has one effect, which later ones are told of; a refusal is no effect. */
  once(key: string | null, content: string, effect: () => ModelAnswer): ModelAnswer {
    const earlier = key === null ? undefined : this.requests.get(key);
    if (earlier)
      return earlier.content === content ? { ...earlier.answer, replayed: true } : refused("IdempotencyKeyReused");
    const answer = effect();
    if (key !== null && answer.ids.length > 0) this.requests.set(key, { content, answer });
    return answer;
  }

  private refusedAsMaster(id: string): ModelAnswer | null {
    const master = this.find(id);
    if (master === undefined) return refused("AccountNotFound");
    return master.masterId === null ? null : refused("NotAMasterAccount");
  }

  private isTaken(masterId: string, { reference }: ModelRegistration): boolean {
    const group = this.accounts.filter((account) => groupOf(account) === masterId);
    return reference !== null && group.some((account) => account.reference === reference);
  }

  private register(kind: string, groupId: string, given: readonly (ModelRegistration & { readonly id: string })[]) {
    for (const account of given) {
      const masterId = account.id === groupId ? null : groupId;
      this.accounts.push({ ...account, masterId, authentication: null, history: [] });
    }
    const ids = given.map(({ id }) => id);
    return this.changed(kind, groupId, ids);
  }

  private changed(kind: string, groupId: string, ids: readonly string[]): ModelAnswer {
    this.changes.set(groupId, this.changesOf(groupId) + 1);
    return { kind, ids, replayed: false };
  }
}

function groupOf({ id, masterId }: ModelAccount): string {
  return masterId ?? id;
}

function decide(
  member: ModelAccount,
  { before, after, certificate }: { before: EnterpriseName; after: EnterpriseName; certificate: Certificate | null },
): ModelDecision {
  const { id, name, authentication } = member;
  const bearsBefore = name.equals(before);
  const bearsAfter = name.equals(after);
  if (!bearsBefore && !bearsAfter) return { id, reason: "DIFFERENT_NAME", effect: "NONE" };

  const reason = bearsBefore ? "SAME_NAME_BEFORE" : "SAME_NAME_AFTER";
  if (authentication === null) return { id, reason, effect: "GRANT" };
  const staysTheSame = bearsAfter && certificate?.equals(authentication.certificate) === true;
  return { id, reason, effect: staysTheSame ? "CONFIRM" : "REPLACE" };
}

function receive(
  account: ModelAccount,
  name: EnterpriseName,
  authentication: ModelAuthentication,
  record: ModelRecord,
) {
  account.name = name;
  account.authentication = authentication;
  account.history.unshift(record);
}

/** Whether a preview shows what is about to be committed; one without a certificate holds for any. */
function shows(preview: ModelPreview, commit: ModelPreview & ModelCommit): boolean {
  return (
    preview.accountId === commit.accountId &&
    preview.changes === commit.changes &&
    preview.name.value === commit.name.value &&
    (preview.certificate === null || preview.certificate.equals(commit.certificate))
  );
}

function refused(kind: string): ModelAnswer {
  return { kind, ids: [], replayed: false };
}
