import type { Scope } from "../../../src/application/caller.js";

/** What a field takes by itself: scopes, or nothing where it comes with its object. */
export type Taken = readonly Scope[] | typeof COMES_WITH_ITS_OBJECT;

export const COMES_WITH_ITS_OBJECT = "comes with its object";

const WITH = COMES_WITH_ITS_OBJECT;
const READ = ["accounts:read"] as const;
const WRITE = ["accounts:write"] as const;

/** What is said to everybody who is known to the service. */
const NOTHING: readonly Scope[] = [];

const PAGE = { edges: WITH, nodes: WITH, pageInfo: WITH } as const;

/**
 * Every operation, and every field of every object type, by the scopes that it takes of a caller that reaches some groups
 * only. What is read for the field alone takes accounts:read, however its object was come by.
 */
export const FIELD_SCOPES: Readonly<Record<string, Readonly<Record<string, Taken>>>> = {
  Query: {
    enterpriseAccount: READ,
    enterpriseAccounts: READ,
    node: READ,
    nodes: READ,
    previewAuthentication: ["authentication:preview"],
    syncPolicy: NOTHING,
    evaluateSyncPolicy: NOTHING,
  },
  Mutation: {
    registerMasterAccount: [...WRITE, "groups:create"],
    registerMemberAccount: WRITE,
    registerMemberAccounts: WRITE,
    renameEnterpriseAccount: WRITE,
    commitAuthentication: ["authentication:commit"],
  },

  EnterpriseAccount: {
    id: WITH,
    role: WITH,
    reference: WITH,
    enterpriseName: WITH,
    authenticationStatus: WITH,
    authenticationOrigin: WITH,
    authentication: WITH,
    createdAt: WITH,
    master: READ,
    members: READ,
    authenticationHistory: READ,
  },
  AuthenticationSnapshot: {
    id: WITH,
    enterpriseName: WITH,
    certificate: WITH,
    authenticatedAt: WITH,
    account: READ,
    synchronization: READ,
    recordedBy: READ,
  },
  Synchronization: {
    id: WITH,
    nameBefore: WITH,
    nameAfter: WITH,
    committedAt: WITH,
    master: READ,
    members: READ,
    synchronizedCount: READ,
    recordedBy: READ,
  },
  AuthenticationHistoryEdge: {
    cursor: WITH,
    node: WITH,
    origin: WITH,
    reason: WITH,
    recordedAt: WITH,
    recordedBy: READ,
  },
  AuthenticationPreview: {
    account: WITH,
    nameBefore: WITH,
    nameAfter: WITH,
    previewToken: WITH,
    breakdown: ["authentication:preview"],
    memberCount: ["authentication:preview"],
    synchronizedCount: ["authentication:preview"],
    members: ["authentication:preview"],
  },
  // Its number is masked without certificates:read, which is tested by itself.
  Certificate: { country: WITH, type: WITH, number: WITH },
  RecordedBy: { subject: WITH, requestId: WITH },

  EnterpriseAccountConnection: PAGE,
  EnterpriseAccountEdge: { cursor: WITH, node: WITH },
  AuthenticationHistoryConnection: PAGE,
  MemberDecisionConnection: PAGE,
  MemberDecisionEdge: { cursor: WITH, node: WITH },
  PageInfo: { hasNextPage: WITH, hasPreviousPage: WITH, startCursor: WITH, endCursor: WITH },

  MemberDecision: { member: WITH, nameBefore: WITH, statusBefore: WITH, decision: WITH },
  SyncDecision: {
    synchronized: WITH,
    reason: WITH,
    effect: WITH,
    tableCase: WITH,
    provenance: WITH,
    explanation: WITH,
  },
  SyncCount: { reason: WITH, statusBefore: WITH, count: WITH },
  SyncPolicy: { version: WITH, nameKeyVersion: WITH, rows: WITH },
  SyncPolicyRow: {
    row: WITH,
    tableCase: WITH,
    provenance: WITH,
    nameBefore: WITH,
    memberName: WITH,
    memberAuthenticated: WITH,
    nameAfter: WITH,
    synchronized: WITH,
    reason: WITH,
  },

  MasterAccountRegistered: { account: WITH, replayed: WITH, howToBeGranted: WITH },
  MemberAccountRegistered: { account: WITH, replayed: WITH },
  MemberAccountsRegistered: { accounts: WITH, replayed: WITH },
  EnterpriseAccountRenamed: { account: WITH },
  AuthenticationCommitted: { account: WITH, snapshot: WITH, synchronization: WITH, replayed: WITH },

  AccountNotFound: { accountId: WITH, message: WITH },
  AlreadyAuthenticated: { account: WITH, message: WITH },
  EnterpriseNameFixed: { account: WITH, message: WITH },
  IdempotencyKeyReused: { message: WITH },
  MembersRefused: { members: WITH, message: WITH },
  NotAMasterAccount: { accountId: WITH, message: WITH },
  PreviewStale: { currentPreview: WITH, message: WITH },
  ReferenceTaken: { account: WITH, reference: WITH, message: WITH },
  RefusedMember: { index: WITH, reason: WITH, message: WITH },
};

/** The scopes that a field takes by itself. @throws Error for a field that is not classified */
export function scopesOf(type: string, field: string): readonly Scope[] {
  const taken = FIELD_SCOPES[type]?.[field];
  if (taken === undefined) throw new Error(`Say in field-scopes.ts what ${type}.${field} takes.`);
  return taken === COMES_WITH_ITS_OBJECT ? [] : taken;
}
