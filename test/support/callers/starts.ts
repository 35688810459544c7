import { sealPreviewToken } from "../../../src/graphql/authentications/preview-token.js";
import type { UseCases } from "../../../src/use-cases.js";
import type { Given } from "../given.js";
import { aCertificate, aName, CREDIT_CODES, newId } from "../samples.js";

/** What an operation is asked with, and the groups that its caller must reach to be answered as meant. */
export interface Prepared {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly groupIds: readonly string[];
}

/** An operation, and what brings it to answer with a type. */
export interface Start {
  /** As `Query.node`. */
  readonly operation: `${"Query" | "Mutation"}.${string}`;
  readonly answers: string;
  /** @param caller the use cases of the caller that is going to ask */
  readonly prepare: (given: Given, caller: UseCases) => Promise<Prepared>;
}

/** What every account is called that was there before the operation, and none that it is given. */
const HIDDEN = "Hidden Ltd";

const GIVEN = "Acme Ltd";
const certificate = { country: "CN", type: "BUSINESS_LICENSE", number: CREDIT_CODES[0] };

async function aGroup(given: Given) {
  const master = await given.master(HIDDEN, "hidden-head");
  const member = await given.member(master, HIDDEN, "hidden-1");
  return { master, member, groupIds: [master.id] };
}

async function anAuthenticatedGroup(given: Given) {
  const group = await aGroup(given);
  const committed = await given.synchronized(group.master, "Hidden Holdings Ltd");
  return { ...group, ...committed };
}

const input = (variables: object, groupIds: readonly string[]): Prepared => ({
  variables: { input: variables },
  groupIds,
});
const id = (of: { id: string }, groupIds: readonly string[]): Prepared => ({ variables: { id: of.id }, groupIds });

/** Each type that an operation can be answered with, at least once; those that hold most come first. */
export const STARTS: readonly Start[] = [
  {
    operation: "Mutation.commitAuthentication",
    answers: "AuthenticationCommitted",
    prepare: async (given) => {
      const { master, groupIds } = await aGroup(given);
      return input({ accountId: master.id, enterpriseName: GIVEN, certificate }, groupIds);
    },
  },
  {
    operation: "Mutation.commitAuthentication",
    answers: "PreviewStale",
    prepare: async (given) => {
      const { master, groupIds } = await aGroup(given);
      const previewToken = await staleToken(given, master.id);
      return input({ accountId: master.id, enterpriseName: GIVEN, certificate, previewToken }, groupIds);
    },
  },
  {
    operation: "Query.previewAuthentication",
    answers: "AuthenticationPreview",
    prepare: async (given) => {
      const { master, groupIds } = await aGroup(given);
      return input({ accountId: master.id, enterpriseName: GIVEN }, groupIds);
    },
  },
  {
    operation: "Query.previewAuthentication",
    answers: "AlreadyAuthenticated",
    prepare: async (given) => {
      const { master, groupIds } = await anAuthenticatedGroup(given);
      return input({ accountId: master.id, enterpriseName: GIVEN }, groupIds);
    },
  },
  {
    operation: "Mutation.registerMemberAccount",
    answers: "MemberAccountRegistered",
    prepare: async (given) => {
      const { master, groupIds } = await aGroup(given);
      return input({ masterId: master.id, enterpriseName: GIVEN, reference: "new" }, groupIds);
    },
  },
  {
    operation: "Mutation.registerMemberAccount",
    answers: "ReferenceTaken",
    prepare: async (given) => {
      const { master, groupIds } = await aGroup(given);
      return input({ masterId: master.id, enterpriseName: GIVEN, reference: "hidden-1" }, groupIds);
    },
  },
  {
    operation: "Mutation.registerMemberAccount",
    answers: "NotAMasterAccount",
    prepare: async (given) => {
      const { member, groupIds } = await aGroup(given);
      return input({ masterId: member.id, enterpriseName: GIVEN }, groupIds);
    },
  },
  {
    operation: "Mutation.registerMemberAccounts",
    answers: "MemberAccountsRegistered",
    prepare: async (given) => {
      const { master, groupIds } = await aGroup(given);
      return input({ masterId: master.id, members: [{ enterpriseName: GIVEN }, { enterpriseName: GIVEN }] }, groupIds);
    },
  },
  {
    operation: "Mutation.registerMemberAccounts",
    answers: "MembersRefused",
    prepare: async (given) => {
      const { master, groupIds } = await aGroup(given);
      return input({ masterId: master.id, members: [{ enterpriseName: GIVEN, reference: "hidden-1" }] }, groupIds);
    },
  },
  {
    operation: "Mutation.registerMasterAccount",
    answers: "MasterAccountRegistered",
    prepare: async () => input({ enterpriseName: GIVEN }, []),
  },
  {
    operation: "Mutation.registerMemberAccount",
    answers: "IdempotencyKeyReused",
    prepare: async (given, caller) => {
      const { master, groupIds } = await aGroup(given);
      const request = { masterId: master.id, idempotencyKey: newId() };
      await caller.registerMember.execute({ ...request, enterpriseName: aName(HIDDEN) });
      return input({ ...request, enterpriseName: GIVEN }, groupIds);
    },
  },
  {
    operation: "Mutation.renameEnterpriseAccount",
    answers: "EnterpriseAccountRenamed",
    prepare: async (given) => {
      const { member, groupIds } = await aGroup(given);
      return input({ accountId: member.id, enterpriseName: GIVEN }, groupIds);
    },
  },
  {
    operation: "Mutation.renameEnterpriseAccount",
    answers: "EnterpriseNameFixed",
    prepare: async (given) => {
      const { member, groupIds } = await anAuthenticatedGroup(given);
      return input({ accountId: member.id, enterpriseName: GIVEN }, groupIds);
    },
  },
  {
    operation: "Mutation.renameEnterpriseAccount",
    answers: "AccountNotFound",
    prepare: async () => input({ accountId: newId(), enterpriseName: GIVEN }, []),
  },
  {
    operation: "Query.enterpriseAccount",
    answers: "EnterpriseAccount",
    prepare: async (given) => {
      const { member, groupIds } = await anAuthenticatedGroup(given);
      return id(member, groupIds);
    },
  },
  {
    operation: "Query.enterpriseAccounts",
    answers: "EnterpriseAccountConnection",
    prepare: async (given) => {
      const { groupIds } = await anAuthenticatedGroup(given);
      return { variables: { first: 2, filter: { reference: "hidden-1" } }, groupIds };
    },
  },
  {
    operation: "Query.enterpriseAccounts",
    answers: "EnterpriseAccountConnection",
    prepare: async (given) => {
      const { groupIds } = await anAuthenticatedGroup(given);
      return { variables: { last: 2, filter: { authenticationStatus: "AUTHENTICATED" } }, groupIds };
    },
  },
  {
    operation: "Query.node",
    answers: "EnterpriseAccount",
    prepare: async (given) => {
      const { master, groupIds } = await anAuthenticatedGroup(given);
      return id(master, groupIds);
    },
  },
  {
    operation: "Query.node",
    answers: "AuthenticationSnapshot",
    prepare: async (given) => {
      const { snapshot, groupIds } = await anAuthenticatedGroup(given);
      return id(snapshot, groupIds);
    },
  },
  {
    operation: "Query.node",
    answers: "Synchronization",
    prepare: async (given) => {
      const { synchronization, groupIds } = await anAuthenticatedGroup(given);
      return id(synchronization, groupIds);
    },
  },
  {
    operation: "Query.nodes",
    answers: "Synchronization",
    prepare: async (given) => {
      const { synchronization, snapshot, master, groupIds } = await anAuthenticatedGroup(given);
      return { variables: { ids: [synchronization.id, snapshot.id, master.id] }, groupIds };
    },
  },
  { operation: "Query.syncPolicy", answers: "SyncPolicy", prepare: async () => ({ variables: {}, groupIds: [] }) },
  {
    operation: "Query.evaluateSyncPolicy",
    answers: "SyncDecision",
    prepare: async () => {
      const names = { nameBefore: GIVEN, nameAfter: GIVEN, memberName: GIVEN };
      return input({ ...names, memberStatus: "NOT_AUTHENTICATED" }, []);
    },
  },
];

/** Of a preview that a member has joined since. */
async function staleToken(given: Given, accountId: string): Promise<string> {
  const request = { accountId, enterpriseName: aName(GIVEN), certificate: aCertificate() };
  const preview = await given.useCases.preview.execute(request);
  if (!("token" in preview)) throw new Error(preview.message);
  await given.useCases.registerMember.execute({
    masterId: accountId,
    enterpriseName: aName(HIDDEN),
    idempotencyKey: null,
  });
  return sealPreviewToken(preview.token);
}
