/* eslint-disable */
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
export type MakeOptional<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]?: Maybe<T[SubKey]> };
export type MakeMaybe<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]: Maybe<T[SubKey]> };
export type MakeEmpty<T extends { [key: string]: unknown }, K extends keyof T> = { [_ in K]?: never };
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A country as ISO 3166-1 alpha-2 names it, in capital letters: `CN`. */
  CountryCode: { input: string; output: string; }
  /** An instant as RFC 3339 writes it, in UTC, to the millisecond: `2026-01-31T09:30:00.000Z`. */
  DateTime: { input: string; output: string; }
  /**
   * The registered name of an enterprise, as it was given: trimmed, with tabs and line breaks inside it turned into spaces.
   * It has 1 to 255 characters (code points), no control characters, and is not made up of digits, punctuation and symbols alone.
   *
   * Two names are the same when width, case, white space, invisible characters and the kinds of dots and dashes are all that differs:
   * `北京示例（集团）有限公司` and `北京示例(集团) 有限公司` are, `Co., Ltd.` and `Co Ltd` are not.
   */
  EnterpriseName: { input: string; output: string; }
};

/** What an account is in its group. */
export type AccountRole =
  /** Other accounts are members of it. */
  | 'MASTER'
  /** It belongs to exactly one master. */
  | 'MEMBER';

/** How an account came by an authentication. */
export type AuthenticationOrigin =
  /** The account was authenticated itself. */
  | 'OWN'
  /** Its master was authenticated, and the account shares that authentication. */
  | 'SYNCHRONIZED';

/** Whether a real-name authentication is in force for an account. */
export type AuthenticationStatus =
  /** One is. The enterprise name changes through authentication only. */
  | 'AUTHENTICATED'
  /** None is. The account may change its enterprise name at any time. */
  | 'NOT_AUTHENTICATED';

/** A registration document. */
export type CertificateInput = {
  /** The country that issued it. */
  country: Scalars['CountryCode']['input'];
  /** Its number, as CertificateType says. Free form is 1 to 32 digits, Latin letters, spaces and `- . / ( )`. Width, case and spaces do not matter. */
  number: Scalars['String']['input'];
  /** Its kind. */
  type: CertificateType;
};

/** The kind of a registration document, which says what its number must look like. */
export type CertificateType =
  /** In CN: a unified social credit code, or the older 15 digits. Elsewhere: free form. */
  | 'BUSINESS_LICENSE'
  /** Free form. */
  | 'LAW_ENFORCEMENT_QUALIFICATION'
  /** In CN: 8 digits or letters and a check character (GB 11714). Elsewhere: free form. */
  | 'ORGANIZATION_CODE'
  /** Free form. */
  | 'OTHER'
  /** In CN: a unified social credit code. Elsewhere: free form. */
  | 'PUBLIC_INSTITUTION_LEGAL_PERSON'
  /** In CN: a unified social credit code. Elsewhere: free form. */
  | 'SOCIAL_ORGANIZATION_LEGAL_PERSON';

/** An account, and what it is authenticated as. */
export type CommitAuthenticationInput = {
  /** The account. */
  accountId: Scalars['ID']['input'];
  /** The certificate it is authenticated with. */
  certificate: CertificateInput;
  /** The name it is authenticated under. */
  enterpriseName: Scalars['EnterpriseName']['input'];
  /** 1 to 255 characters, the caller's own; the same key and input give the same answer, once done. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Commit only if the group is as it was in that preview, and name and certificate are what was previewed. Otherwise the answer is PreviewStale. */
  previewToken?: InputMaybe<Scalars['String']['input']>;
};

/** Which accounts are meant: those that fit everything that is given. */
export type EnterpriseAccountFilter = {
  /** Accounts with this status now. */
  authenticationStatus?: InputMaybe<AuthenticationStatus>;
  /** Accounts that bear the same name now. */
  enterpriseName?: InputMaybe<Scalars['EnterpriseName']['input']>;
  /** Accounts that bear this reference; each group may have one. */
  reference?: InputMaybe<Scalars['String']['input']>;
  /** Masters only, or members only. */
  role?: InputMaybe<AccountRole>;
};

/** The names and the status that the rule looks at. */
export type EvaluateSyncPolicyInput = {
  /** The member's name. */
  memberName: Scalars['EnterpriseName']['input'];
  /** The member's status. */
  memberStatus: AuthenticationStatus;
  /** The name the master is authenticated under. */
  nameAfter: Scalars['EnterpriseName']['input'];
  /** The master's name before the authentication. */
  nameBefore: Scalars['EnterpriseName']['input'];
};

/** Which decisions are meant: those that fit everything that is given. */
export type MemberDecisionFilter = {
  /** Only decisions for this reason. */
  reason?: InputMaybe<SyncReason>;
  /** Only members that are synchronized, or only those that are not. */
  synchronized?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Which members are meant: those that fit everything that is given. */
export type MemberFilter = {
  /** Members with this status now. */
  authenticationStatus?: InputMaybe<AuthenticationStatus>;
  /** Members that bear the same name now. */
  enterpriseName?: InputMaybe<Scalars['EnterpriseName']['input']>;
  /** The member that bears this reference. */
  reference?: InputMaybe<Scalars['String']['input']>;
};

/** Why one of several new members cannot be registered. */
export type MemberRefusalReason =
  /** What was given is no reference. */
  | 'INVALID_ACCOUNT_REFERENCE'
  /** What was given is no enterprise name. */
  | 'INVALID_ENTERPRISE_NAME'
  /** An earlier one of these members has the reference too. */
  | 'REFERENCE_REPEATED'
  /** Another account of the group bears the reference already. */
  | 'REFERENCE_TAKEN';

/** One of several new members. */
export type NewMemberInput = {
  /** Its enterprise name. */
  enterpriseName: Scalars['EnterpriseName']['input'];
  /** The caller's own identifier of it: 1 to 128 characters, unique within its group, compared as it is. */
  reference?: InputMaybe<Scalars['String']['input']>;
};

/** An account, and what it would be authenticated as. */
export type PreviewAuthenticationInput = {
  /** The account. */
  accountId: Scalars['ID']['input'];
  /** The certificate it would be authenticated with. Without it, effects assume another certificate than any member's. */
  certificate?: InputMaybe<CertificateInput>;
  /** The name it would be authenticated under. */
  enterpriseName: Scalars['EnterpriseName']['input'];
};

/** An account that others can be members of. */
export type RegisterMasterAccountInput = {
  /** Its enterprise name. */
  enterpriseName: Scalars['EnterpriseName']['input'];
  /** 1 to 255 characters, the caller's own; the same key and input give the same account, once done. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The caller's own identifier of it: 1 to 128 characters, unique within its group, compared as it is. */
  reference?: InputMaybe<Scalars['String']['input']>;
};

/** A member of a master. */
export type RegisterMemberAccountInput = {
  /** Its enterprise name. */
  enterpriseName: Scalars['EnterpriseName']['input'];
  /** 1 to 255 characters, the caller's own; the same key and input give the same account, once done. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The master it is to be a member of. */
  masterId: Scalars['ID']['input'];
  /** The caller's own identifier of it: 1 to 128 characters, unique within its group, compared as it is. */
  reference?: InputMaybe<Scalars['String']['input']>;
};

/** Members of a master. */
export type RegisterMemberAccountsInput = {
  /** 1 to 255 characters, the caller's own; the same key and input give the same accounts, once done. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The master they are to be members of. */
  masterId: Scalars['ID']['input'];
  /** 1 to 1,000 members. Give them as a variable: a document has at most 5,000 tokens. */
  members: Array<NewMemberInput>;
};

/** An account, and its new name. */
export type RenameEnterpriseAccountInput = {
  /** The account. */
  accountId: Scalars['ID']['input'];
  /** The name it is to bear. */
  enterpriseName: Scalars['EnterpriseName']['input'];
};

/** Where a decision is written down. */
export type RuleProvenance =
  /** It is a case of the published Table 1. */
  | 'DOCUMENTED'
  /** It follows from the rule's text. */
  | 'IMPLIED';

/** What the master's authentication does to a member. */
export type SyncEffect =
  /** The member was authenticated under the same name and with the same certificate already. */
  | 'CONFIRM'
  /** A member that was not authenticated is authenticated. */
  | 'GRANT'
  /** Nothing: the member is not synchronized. */
  | 'NONE'
  /** An authentication of the member's own is replaced by the master's: a verified identity is overwritten. */
  | 'REPLACE';

/** Why a member is synchronized, or is not. */
export type SyncReason =
  /** Its name is neither: the member is not synchronized. */
  | 'DIFFERENT_NAME'
  /** Its name is the same as the one that the master is authenticated under. */
  | 'SAME_NAME_AFTER'
  /** Its name is the same as the master's before the authentication. Goes before SAME_NAME_AFTER. */
  | 'SAME_NAME_BEFORE';

export type AccountHeadingFragment = { id: string, enterpriseName: string, reference?: string | null, role: AccountRole, authenticationStatus: AuthenticationStatus, master?: { id: string, enterpriseName: string } | null } & { ' $fragmentName'?: 'AccountHeadingFragment' };

export type AccountLinkFragment = { id: string, enterpriseName: string, reference?: string | null, authenticationStatus: AuthenticationStatus, createdAt: string } & { ' $fragmentName'?: 'AccountLinkFragment' };

export type AccountQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type AccountQuery = { enterpriseAccount?: (
    { authenticationStatus: AuthenticationStatus }
    & { ' $fragmentRefs'?: { 'FirstAuthenticationAccountFragment': FirstAuthenticationAccountFragment;'AuthenticatedAccountFragment': AuthenticatedAccountFragment } }
  ) | null };

export type AnyAccountQueryVariables = Exact<{ [key: string]: never; }>;


export type AnyAccountQuery = { enterpriseAccounts: { nodes: Array<{ id: string }> } };

export type AccountsQueryVariables = Exact<{
  filter: EnterpriseAccountFilter;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
}>;


export type AccountsQuery = { enterpriseAccounts: { nodes: Array<(
      { id: string }
      & { ' $fragmentRefs'?: { 'AccountLinkFragment': AccountLinkFragment } }
    )>, pageInfo: { ' $fragmentRefs'?: { 'PageLinksFragment': PageLinksFragment } } } };

export type MembersQueryVariables = Exact<{
  id: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
}>;


export type MembersQuery = { enterpriseAccount?: { members: { edges: Array<{ cursor: string, node: { ' $fragmentRefs'?: { 'MemberFragment': MemberFragment } } }>, pageInfo: { ' $fragmentRefs'?: { 'PageLinksFragment': PageLinksFragment } } } } | null };

export type AuthenticatedAccountFragment = (
  { id: string, role: AccountRole, authentication?: { enterpriseName: string, authenticatedAt: string, certificate: { country: string, type: CertificateType }, synchronization?: { nameBefore: string, synchronizedCount: number } | null } | null }
  & { ' $fragmentRefs'?: { 'AccountHeadingFragment': AccountHeadingFragment } }
) & { ' $fragmentName'?: 'AuthenticatedAccountFragment' };

export type MemberFragment = { enterpriseName: string, reference?: string | null, authenticationStatus: AuthenticationStatus, authenticationOrigin?: AuthenticationOrigin | null } & { ' $fragmentName'?: 'MemberFragment' };

export type CommitAuthenticationMutationVariables = Exact<{
  input: CommitAuthenticationInput;
}>;


export type CommitAuthenticationMutation = { commitAuthentication:
    | { __typename: 'AccountNotFound', message: string }
    | { __typename: 'AlreadyAuthenticated', message: string }
    | { __typename: 'AuthenticationCommitted', replayed: boolean, synchronization?: { synchronizedCount: number } | null, account: { ' $fragmentRefs'?: { 'AuthenticatedAccountFragment': AuthenticatedAccountFragment } } }
    | { __typename: 'IdempotencyKeyReused', message: string }
    | { __typename: 'PreviewStale', message: string, currentPreview: { ' $fragmentRefs'?: { 'CountsFragment': CountsFragment } } }
   };

export type PageLinksFragment = { startCursor?: string | null, endCursor?: string | null, hasPreviousPage: boolean, hasNextPage: boolean } & { ' $fragmentName'?: 'PageLinksFragment' };

export type CountsFragment = { memberCount: number, synchronizedCount: number, breakdown: Array<{ reason: SyncReason, statusBefore: AuthenticationStatus, count: number }> } & { ' $fragmentName'?: 'CountsFragment' };

export type DecisionFragment = { nameBefore: string, statusBefore: AuthenticationStatus, member: { reference?: string | null }, decision: { synchronized: boolean, effect: SyncEffect, explanation: string } } & { ' $fragmentName'?: 'DecisionFragment' };

export type FirstAuthenticationAccountFragment = (
  { id: string, enterpriseName: string, role: AccountRole, reference?: string | null }
  & { ' $fragmentRefs'?: { 'AccountHeadingFragment': AccountHeadingFragment } }
) & { ' $fragmentName'?: 'FirstAuthenticationAccountFragment' };

export type DecisionsQueryVariables = Exact<{
  input: PreviewAuthenticationInput;
  filter: MemberDecisionFilter;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
}>;


export type DecisionsQuery = { previewAuthentication:
    | { __typename: 'AccountNotFound' }
    | { __typename: 'AlreadyAuthenticated' }
    | { __typename: 'AuthenticationPreview', previewToken: string, members: { edges: Array<{ cursor: string, node: { ' $fragmentRefs'?: { 'DecisionFragment': DecisionFragment } } }>, pageInfo: { ' $fragmentRefs'?: { 'PageLinksFragment': PageLinksFragment } } } }
   };

export type PreviewQueryVariables = Exact<{
  input: PreviewAuthenticationInput;
}>;


export type PreviewQuery = { previewAuthentication:
    | { __typename: 'AccountNotFound', message: string }
    | { __typename: 'AlreadyAuthenticated', message: string }
    | (
      { __typename: 'AuthenticationPreview', previewToken: string, nameAfter: string }
      & { ' $fragmentRefs'?: { 'CountsFragment': CountsFragment } }
    )
   };

export type RegisterSampleMasterMutationVariables = Exact<{
  input: RegisterMasterAccountInput;
}>;


export type RegisterSampleMasterMutation = { registerMasterAccount:
    | { __typename: 'IdempotencyKeyReused', message: string }
    | { __typename: 'MasterAccountRegistered', account: { id: string } }
   };

export type RegisterSampleMembersMutationVariables = Exact<{
  input: RegisterMemberAccountsInput;
}>;


export type RegisterSampleMembersMutation = { registerMemberAccounts:
    | { __typename: 'AccountNotFound', message: string }
    | { __typename: 'IdempotencyKeyReused', message: string }
    | { __typename: 'MemberAccountsRegistered', accounts: Array<{ id: string }> }
    | { __typename: 'MembersRefused', message: string }
    | { __typename: 'NotAMasterAccount', message: string }
   };

export type AuthenticateSampleMemberMutationVariables = Exact<{
  input: CommitAuthenticationInput;
}>;


export type AuthenticateSampleMemberMutation = { commitAuthentication:
    | { __typename: 'AccountNotFound', message: string }
    | { __typename: 'AlreadyAuthenticated', message: string }
    | { __typename: 'AuthenticationCommitted' }
    | { __typename: 'IdempotencyKeyReused', message: string }
    | { __typename: 'PreviewStale', message: string }
   };

export const AccountLinkFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccountLink"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EnterpriseAccount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"enterpriseName"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"authenticationStatus"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]} as unknown as DocumentNode<AccountLinkFragment, unknown>;
export const AccountHeadingFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccountHeading"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EnterpriseAccount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"enterpriseName"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"authenticationStatus"}},{"kind":"Field","name":{"kind":"Name","value":"master"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"enterpriseName"}}]}}]}}]} as unknown as DocumentNode<AccountHeadingFragment, unknown>;
export const AuthenticatedAccountFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AuthenticatedAccount"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EnterpriseAccount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccountHeading"}},{"kind":"Field","name":{"kind":"Name","value":"authentication"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"enterpriseName"}},{"kind":"Field","name":{"kind":"Name","value":"authenticatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"certificate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"type"}}]}},{"kind":"Field","name":{"kind":"Name","value":"synchronization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nameBefore"}},{"kind":"Field","name":{"kind":"Name","value":"synchronizedCount"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccountHeading"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EnterpriseAccount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"enterpriseName"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"authenticationStatus"}},{"kind":"Field","name":{"kind":"Name","value":"master"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"enterpriseName"}}]}}]}}]} as unknown as DocumentNode<AuthenticatedAccountFragment, unknown>;
export const MemberFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Member"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EnterpriseAccount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"enterpriseName"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"authenticationStatus"}},{"kind":"Field","name":{"kind":"Name","value":"authenticationOrigin"}}]}}]} as unknown as DocumentNode<MemberFragment, unknown>;
export const PageLinksFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PageLinks"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PageInfo"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}}]} as unknown as DocumentNode<PageLinksFragment, unknown>;
export const CountsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Counts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AuthenticationPreview"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"memberCount"}},{"kind":"Field","name":{"kind":"Name","value":"synchronizedCount"}},{"kind":"Field","name":{"kind":"Name","value":"breakdown"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"statusBefore"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}}]} as unknown as DocumentNode<CountsFragment, unknown>;
export const DecisionFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Decision"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MemberDecision"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nameBefore"}},{"kind":"Field","name":{"kind":"Name","value":"statusBefore"}},{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reference"}}]}},{"kind":"Field","name":{"kind":"Name","value":"decision"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"synchronized"}},{"kind":"Field","name":{"kind":"Name","value":"effect"}},{"kind":"Field","name":{"kind":"Name","value":"explanation"}}]}}]}}]} as unknown as DocumentNode<DecisionFragment, unknown>;
export const FirstAuthenticationAccountFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FirstAuthenticationAccount"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EnterpriseAccount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"enterpriseName"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccountHeading"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccountHeading"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EnterpriseAccount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"enterpriseName"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"authenticationStatus"}},{"kind":"Field","name":{"kind":"Name","value":"master"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"enterpriseName"}}]}}]}}]} as unknown as DocumentNode<FirstAuthenticationAccountFragment, unknown>;
export const AccountDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Account"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"enterpriseAccount"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"authenticationStatus"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"FirstAuthenticationAccount"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"AuthenticatedAccount"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccountHeading"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EnterpriseAccount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"enterpriseName"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"authenticationStatus"}},{"kind":"Field","name":{"kind":"Name","value":"master"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"enterpriseName"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FirstAuthenticationAccount"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EnterpriseAccount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"enterpriseName"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccountHeading"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AuthenticatedAccount"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EnterpriseAccount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccountHeading"}},{"kind":"Field","name":{"kind":"Name","value":"authentication"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"enterpriseName"}},{"kind":"Field","name":{"kind":"Name","value":"authenticatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"certificate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"type"}}]}},{"kind":"Field","name":{"kind":"Name","value":"synchronization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nameBefore"}},{"kind":"Field","name":{"kind":"Name","value":"synchronizedCount"}}]}}]}}]}}]} as unknown as DocumentNode<AccountQuery, AccountQueryVariables>;
export const AnyAccountDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AnyAccount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"enterpriseAccounts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<AnyAccountQuery, AnyAccountQueryVariables>;
export const AccountsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Accounts"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EnterpriseAccountFilter"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"enterpriseAccounts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccountLink"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PageLinks"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccountLink"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EnterpriseAccount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"enterpriseName"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"authenticationStatus"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PageLinks"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PageInfo"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}}]} as unknown as DocumentNode<AccountsQuery, AccountsQueryVariables>;
export const MembersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Members"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"enterpriseAccount"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"members"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Member"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PageLinks"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Member"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EnterpriseAccount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"enterpriseName"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"authenticationStatus"}},{"kind":"Field","name":{"kind":"Name","value":"authenticationOrigin"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PageLinks"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PageInfo"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}}]} as unknown as DocumentNode<MembersQuery, MembersQueryVariables>;
export const CommitAuthenticationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CommitAuthentication"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CommitAuthenticationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"commitAuthentication"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AuthenticationCommitted"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"replayed"}},{"kind":"Field","name":{"kind":"Name","value":"synchronization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"synchronizedCount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AuthenticatedAccount"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PreviewStale"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currentPreview"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Counts"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccountHeading"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EnterpriseAccount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"enterpriseName"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"authenticationStatus"}},{"kind":"Field","name":{"kind":"Name","value":"master"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"enterpriseName"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AuthenticatedAccount"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EnterpriseAccount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccountHeading"}},{"kind":"Field","name":{"kind":"Name","value":"authentication"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"enterpriseName"}},{"kind":"Field","name":{"kind":"Name","value":"authenticatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"certificate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"type"}}]}},{"kind":"Field","name":{"kind":"Name","value":"synchronization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nameBefore"}},{"kind":"Field","name":{"kind":"Name","value":"synchronizedCount"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Counts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AuthenticationPreview"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"memberCount"}},{"kind":"Field","name":{"kind":"Name","value":"synchronizedCount"}},{"kind":"Field","name":{"kind":"Name","value":"breakdown"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"statusBefore"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}}]} as unknown as DocumentNode<CommitAuthenticationMutation, CommitAuthenticationMutationVariables>;
export const DecisionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Decisions"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PreviewAuthenticationInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MemberDecisionFilter"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"previewAuthentication"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AuthenticationPreview"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"previewToken"}},{"kind":"Field","name":{"kind":"Name","value":"members"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Decision"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PageLinks"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Decision"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MemberDecision"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nameBefore"}},{"kind":"Field","name":{"kind":"Name","value":"statusBefore"}},{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reference"}}]}},{"kind":"Field","name":{"kind":"Name","value":"decision"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"synchronized"}},{"kind":"Field","name":{"kind":"Name","value":"effect"}},{"kind":"Field","name":{"kind":"Name","value":"explanation"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PageLinks"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PageInfo"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}}]} as unknown as DocumentNode<DecisionsQuery, DecisionsQueryVariables>;
export const PreviewDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Preview"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PreviewAuthenticationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"previewAuthentication"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AuthenticationPreview"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"previewToken"}},{"kind":"Field","name":{"kind":"Name","value":"nameAfter"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Counts"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Counts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AuthenticationPreview"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"memberCount"}},{"kind":"Field","name":{"kind":"Name","value":"synchronizedCount"}},{"kind":"Field","name":{"kind":"Name","value":"breakdown"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"statusBefore"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}}]} as unknown as DocumentNode<PreviewQuery, PreviewQueryVariables>;
export const RegisterSampleMasterDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RegisterSampleMaster"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RegisterMasterAccountInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"registerMasterAccount"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MasterAccountRegistered"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<RegisterSampleMasterMutation, RegisterSampleMasterMutationVariables>;
export const RegisterSampleMembersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RegisterSampleMembers"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RegisterMemberAccountsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"registerMemberAccounts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MemberAccountsRegistered"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<RegisterSampleMembersMutation, RegisterSampleMembersMutationVariables>;
export const AuthenticateSampleMemberDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AuthenticateSampleMember"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CommitAuthenticationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"commitAuthentication"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refusal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<AuthenticateSampleMemberMutation, AuthenticateSampleMemberMutationVariables>;