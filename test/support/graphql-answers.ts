import type { RefusedMember } from "../../src/application/refusals.js";
import type { CertificateType } from "../../src/domain/certificate.js";
import type { AccountRole, AuthenticationOrigin, AuthenticationStatus } from "../../src/domain/enterprise-account.js";
import type { SyncDecision, SyncReason } from "../../src/domain/sync-decision.js";

/** What the documents of graphql-documents.ts are answered with. */
export interface CertificateAnswer {
  readonly country: string;
  readonly type: CertificateType;
  readonly number: string;
}

export interface SnapshotAnswer {
  readonly id: string;
  readonly account: { readonly id: string };
  readonly enterpriseName: string;
  readonly certificate: CertificateAnswer;
  readonly authenticatedAt: string;
}

export interface AccountAnswer {
  readonly id: string;
  readonly role: AccountRole;
  readonly reference: string | null;
  readonly enterpriseName: string;
  readonly authenticationStatus: AuthenticationStatus;
  readonly authenticationOrigin: AuthenticationOrigin | null;
  readonly createdAt: string;
  readonly authentication: SnapshotAnswer | null;
  readonly master: { readonly id: string } | null;
}

export interface ConnectionAnswer<Node, Edge = { readonly node: Node }> {
  readonly edges: readonly (Edge & { readonly cursor: string })[];
  readonly nodes: readonly Node[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

export interface HistoryEdgeAnswer {
  readonly node: SnapshotAnswer;
  readonly origin: AuthenticationOrigin;
  readonly reason: SyncReason | null;
  readonly recordedAt: string;
}

export interface MemberDecisionAnswer {
  readonly member: AccountAnswer;
  readonly nameBefore: string;
  readonly statusBefore: AuthenticationStatus;
  readonly decision: SyncDecision;
}

export interface PreviewAnswer {
  readonly account: AccountAnswer;
  readonly nameBefore: string;
  readonly nameAfter: string;
  readonly previewToken: string;
  readonly memberCount: number;
  readonly synchronizedCount: number;
  readonly breakdown: readonly {
    readonly reason: SyncReason;
    readonly statusBefore: AuthenticationStatus;
    readonly count: number;
  }[];
  readonly members: ConnectionAnswer<MemberDecisionAnswer>;
}

export interface SynchronizationAnswer {
  readonly id: string;
  readonly nameBefore: string;
  readonly nameAfter: string;
  readonly committedAt: string;
  readonly synchronizedCount: number;
  readonly members: ConnectionAnswer<MemberDecisionAnswer>;
}

type Is<Name extends string, Fields = unknown> = { readonly __typename: Name } & Fields;
type Refused<Name extends string, Fields = unknown> = Is<Name, Fields & { readonly message: string }>;

type AccountNotFound = Refused<"AccountNotFound", { readonly accountId: string }>;
type NotAMasterAccount = Refused<"NotAMasterAccount", { readonly accountId: string }>;
type ReferenceTaken = Refused<"ReferenceTaken", { readonly reference: string; readonly account: AccountAnswer }>;
type AlreadyAuthenticated = Refused<"AlreadyAuthenticated", { readonly account: AccountAnswer }>;
type EnterpriseNameFixed = Refused<"EnterpriseNameFixed", { readonly account: AccountAnswer }>;
type PreviewStale = Refused<"PreviewStale", { readonly currentPreview: PreviewAnswer }>;
type IdempotencyKeyReused = Refused<"IdempotencyKeyReused">;
type Registered = { readonly account: AccountAnswer; readonly replayed: boolean };

export type RegisterMasterAnswer = Is<"MasterAccountRegistered", Registered> | IdempotencyKeyReused;

export type RegisterMemberAnswer =
  | Is<"MemberAccountRegistered", Registered>
  | AccountNotFound
  | NotAMasterAccount
  | ReferenceTaken
  | IdempotencyKeyReused;

export type RegisterMembersAnswer =
  | Is<"MemberAccountsRegistered", { readonly accounts: readonly AccountAnswer[]; readonly replayed: boolean }>
  | AccountNotFound
  | NotAMasterAccount
  | Refused<"MembersRefused", { readonly members: readonly RefusedMember[] }>
  | IdempotencyKeyReused;

export type RenameAnswer =
  | Is<"EnterpriseAccountRenamed", { readonly account: AccountAnswer }>
  | AccountNotFound
  | EnterpriseNameFixed;

export type PreviewResultAnswer = Is<"AuthenticationPreview", PreviewAnswer> | AccountNotFound | AlreadyAuthenticated;

export type CommitAnswer =
  | Is<
      "AuthenticationCommitted",
      {
        readonly account: AccountAnswer;
        readonly snapshot: SnapshotAnswer;
        readonly synchronization: (SynchronizationAnswer & { readonly master: { readonly id: string } }) | null;
        readonly replayed: boolean;
      }
    >
  | AccountNotFound
  | AlreadyAuthenticated
  | PreviewStale
  | IdempotencyKeyReused;

export type NodeAnswer =
  | Is<"EnterpriseAccount", AccountAnswer>
  | Is<"AuthenticationSnapshot", SnapshotAnswer>
  | Is<"Synchronization", SynchronizationAnswer & { readonly synchronizedFrom: { readonly id: string } }>;

/** A result that is of this type. Any other is a mistake of the test or a bug of the service. */
export function as<Answer extends { readonly __typename: string }, Name extends Answer["__typename"]>(
  name: Name,
  answer: Answer,
): Extract<Answer, { readonly __typename: Name }> {
  if (answer.__typename !== name) throw new Error(`Not ${name}, but ${JSON.stringify(answer)}`);
  return answer as Extract<Answer, { readonly __typename: Name }>;
}
