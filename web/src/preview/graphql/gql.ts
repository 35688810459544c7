/* eslint-disable */
import * as types from './graphql.js';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  fragment AccountHeading on EnterpriseAccount {\n    id\n    enterpriseName\n    reference\n    role\n    authenticationStatus\n    master {\n      id\n      enterpriseName\n    }\n  }\n": typeof types.AccountHeadingFragmentDoc,
    "\n  fragment AccountLink on EnterpriseAccount {\n    id\n    enterpriseName\n    reference\n    authenticationStatus\n    createdAt\n  }\n": typeof types.AccountLinkFragmentDoc,
    "\n  query Account($id: ID!) {\n    enterpriseAccount(id: $id) {\n      authenticationStatus\n      ...FirstAuthenticationAccount\n      ...AuthenticatedAccount\n    }\n  }\n": typeof types.AccountDocument,
    "\n  query AnyAccount {\n    enterpriseAccounts(first: 1) {\n      nodes {\n        id\n      }\n    }\n  }\n": typeof types.AnyAccountDocument,
    "\n  query Accounts($filter: EnterpriseAccountFilter!, $first: Int, $after: String, $last: Int, $before: String) {\n    enterpriseAccounts(filter: $filter, first: $first, after: $after, last: $last, before: $before) {\n      nodes {\n        id\n        ...AccountLink\n      }\n      pageInfo {\n        ...PageLinks\n      }\n    }\n  }\n": typeof types.AccountsDocument,
    "\n  query Members($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {\n    enterpriseAccount(id: $id) {\n      members(first: $first, after: $after, last: $last, before: $before) {\n        edges {\n          cursor\n          node {\n            ...Member\n          }\n        }\n        pageInfo {\n          ...PageLinks\n        }\n      }\n    }\n  }\n": typeof types.MembersDocument,
    "\n  fragment AuthenticatedAccount on EnterpriseAccount {\n    id\n    role\n    ...AccountHeading\n    authentication {\n      enterpriseName\n      authenticatedAt\n      certificate {\n        country\n        type\n      }\n      synchronization {\n        nameBefore\n        synchronizedCount\n      }\n    }\n  }\n": typeof types.AuthenticatedAccountFragmentDoc,
    "\n  fragment Member on EnterpriseAccount {\n    enterpriseName\n    reference\n    authenticationStatus\n    authenticationOrigin\n  }\n": typeof types.MemberFragmentDoc,
    "\n  mutation CommitAuthentication($input: CommitAuthenticationInput!) {\n    commitAuthentication(input: $input) {\n      __typename\n      ... on AuthenticationCommitted {\n        replayed\n        synchronization {\n          synchronizedCount\n        }\n        account {\n          ...AuthenticatedAccount\n        }\n      }\n      ... on PreviewStale {\n        currentPreview {\n          ...Counts\n        }\n      }\n      ... on Refusal {\n        message\n      }\n    }\n  }\n": typeof types.CommitAuthenticationDocument,
    "\n  fragment PageLinks on PageInfo {\n    startCursor\n    endCursor\n    hasPreviousPage\n    hasNextPage\n  }\n": typeof types.PageLinksFragmentDoc,
    "\n  fragment Counts on AuthenticationPreview {\n    memberCount\n    synchronizedCount\n    breakdown {\n      reason\n      statusBefore\n      count\n    }\n  }\n": typeof types.CountsFragmentDoc,
    "\n  fragment Decision on MemberDecision {\n    nameBefore\n    statusBefore\n    member {\n      reference\n    }\n    decision {\n      synchronized\n      effect\n      explanation\n    }\n  }\n": typeof types.DecisionFragmentDoc,
    "\n  fragment FirstAuthenticationAccount on EnterpriseAccount {\n    id\n    enterpriseName\n    role\n    reference\n    ...AccountHeading\n  }\n": typeof types.FirstAuthenticationAccountFragmentDoc,
    "\n  query Decisions(\n    $input: PreviewAuthenticationInput!\n    $filter: MemberDecisionFilter!\n    $first: Int\n    $after: String\n    $last: Int\n    $before: String\n  ) {\n    previewAuthentication(input: $input) {\n      __typename\n      ... on AuthenticationPreview {\n        previewToken\n        members(filter: $filter, first: $first, after: $after, last: $last, before: $before) {\n          edges {\n            cursor\n            node {\n              ...Decision\n            }\n          }\n          pageInfo {\n            ...PageLinks\n          }\n        }\n      }\n    }\n  }\n": typeof types.DecisionsDocument,
    "\n  query Preview($input: PreviewAuthenticationInput!) {\n    previewAuthentication(input: $input) {\n      __typename\n      ... on AuthenticationPreview {\n        previewToken\n        nameAfter\n        ...Counts\n      }\n      ... on Refusal {\n        message\n      }\n    }\n  }\n": typeof types.PreviewDocument,
    "\n  mutation RegisterSampleMaster($input: RegisterMasterAccountInput!) {\n    registerMasterAccount(input: $input) {\n      __typename\n      ... on MasterAccountRegistered {\n        account {\n          id\n        }\n      }\n      ... on Refusal {\n        message\n      }\n    }\n  }\n": typeof types.RegisterSampleMasterDocument,
    "\n  mutation RegisterSampleMembers($input: RegisterMemberAccountsInput!) {\n    registerMemberAccounts(input: $input) {\n      __typename\n      ... on MemberAccountsRegistered {\n        accounts {\n          id\n        }\n      }\n      ... on Refusal {\n        message\n      }\n    }\n  }\n": typeof types.RegisterSampleMembersDocument,
    "\n  mutation AuthenticateSampleMember($input: CommitAuthenticationInput!) {\n    commitAuthentication(input: $input) {\n      __typename\n      ... on Refusal {\n        message\n      }\n    }\n  }\n": typeof types.AuthenticateSampleMemberDocument,
};
const documents: Documents = {
    "\n  fragment AccountHeading on EnterpriseAccount {\n    id\n    enterpriseName\n    reference\n    role\n    authenticationStatus\n    master {\n      id\n      enterpriseName\n    }\n  }\n": types.AccountHeadingFragmentDoc,
    "\n  fragment AccountLink on EnterpriseAccount {\n    id\n    enterpriseName\n    reference\n    authenticationStatus\n    createdAt\n  }\n": types.AccountLinkFragmentDoc,
    "\n  query Account($id: ID!) {\n    enterpriseAccount(id: $id) {\n      authenticationStatus\n      ...FirstAuthenticationAccount\n      ...AuthenticatedAccount\n    }\n  }\n": types.AccountDocument,
    "\n  query AnyAccount {\n    enterpriseAccounts(first: 1) {\n      nodes {\n        id\n      }\n    }\n  }\n": types.AnyAccountDocument,
    "\n  query Accounts($filter: EnterpriseAccountFilter!, $first: Int, $after: String, $last: Int, $before: String) {\n    enterpriseAccounts(filter: $filter, first: $first, after: $after, last: $last, before: $before) {\n      nodes {\n        id\n        ...AccountLink\n      }\n      pageInfo {\n        ...PageLinks\n      }\n    }\n  }\n": types.AccountsDocument,
    "\n  query Members($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {\n    enterpriseAccount(id: $id) {\n      members(first: $first, after: $after, last: $last, before: $before) {\n        edges {\n          cursor\n          node {\n            ...Member\n          }\n        }\n        pageInfo {\n          ...PageLinks\n        }\n      }\n    }\n  }\n": types.MembersDocument,
    "\n  fragment AuthenticatedAccount on EnterpriseAccount {\n    id\n    role\n    ...AccountHeading\n    authentication {\n      enterpriseName\n      authenticatedAt\n      certificate {\n        country\n        type\n      }\n      synchronization {\n        nameBefore\n        synchronizedCount\n      }\n    }\n  }\n": types.AuthenticatedAccountFragmentDoc,
    "\n  fragment Member on EnterpriseAccount {\n    enterpriseName\n    reference\n    authenticationStatus\n    authenticationOrigin\n  }\n": types.MemberFragmentDoc,
    "\n  mutation CommitAuthentication($input: CommitAuthenticationInput!) {\n    commitAuthentication(input: $input) {\n      __typename\n      ... on AuthenticationCommitted {\n        replayed\n        synchronization {\n          synchronizedCount\n        }\n        account {\n          ...AuthenticatedAccount\n        }\n      }\n      ... on PreviewStale {\n        currentPreview {\n          ...Counts\n        }\n      }\n      ... on Refusal {\n        message\n      }\n    }\n  }\n": types.CommitAuthenticationDocument,
    "\n  fragment PageLinks on PageInfo {\n    startCursor\n    endCursor\n    hasPreviousPage\n    hasNextPage\n  }\n": types.PageLinksFragmentDoc,
    "\n  fragment Counts on AuthenticationPreview {\n    memberCount\n    synchronizedCount\n    breakdown {\n      reason\n      statusBefore\n      count\n    }\n  }\n": types.CountsFragmentDoc,
    "\n  fragment Decision on MemberDecision {\n    nameBefore\n    statusBefore\n    member {\n      reference\n    }\n    decision {\n      synchronized\n      effect\n      explanation\n    }\n  }\n": types.DecisionFragmentDoc,
    "\n  fragment FirstAuthenticationAccount on EnterpriseAccount {\n    id\n    enterpriseName\n    role\n    reference\n    ...AccountHeading\n  }\n": types.FirstAuthenticationAccountFragmentDoc,
    "\n  query Decisions(\n    $input: PreviewAuthenticationInput!\n    $filter: MemberDecisionFilter!\n    $first: Int\n    $after: String\n    $last: Int\n    $before: String\n  ) {\n    previewAuthentication(input: $input) {\n      __typename\n      ... on AuthenticationPreview {\n        previewToken\n        members(filter: $filter, first: $first, after: $after, last: $last, before: $before) {\n          edges {\n            cursor\n            node {\n              ...Decision\n            }\n          }\n          pageInfo {\n            ...PageLinks\n          }\n        }\n      }\n    }\n  }\n": types.DecisionsDocument,
    "\n  query Preview($input: PreviewAuthenticationInput!) {\n    previewAuthentication(input: $input) {\n      __typename\n      ... on AuthenticationPreview {\n        previewToken\n        nameAfter\n        ...Counts\n      }\n      ... on Refusal {\n        message\n      }\n    }\n  }\n": types.PreviewDocument,
    "\n  mutation RegisterSampleMaster($input: RegisterMasterAccountInput!) {\n    registerMasterAccount(input: $input) {\n      __typename\n      ... on MasterAccountRegistered {\n        account {\n          id\n        }\n      }\n      ... on Refusal {\n        message\n      }\n    }\n  }\n": types.RegisterSampleMasterDocument,
    "\n  mutation RegisterSampleMembers($input: RegisterMemberAccountsInput!) {\n    registerMemberAccounts(input: $input) {\n      __typename\n      ... on MemberAccountsRegistered {\n        accounts {\n          id\n        }\n      }\n      ... on Refusal {\n        message\n      }\n    }\n  }\n": types.RegisterSampleMembersDocument,
    "\n  mutation AuthenticateSampleMember($input: CommitAuthenticationInput!) {\n    commitAuthentication(input: $input) {\n      __typename\n      ... on Refusal {\n        message\n      }\n    }\n  }\n": types.AuthenticateSampleMemberDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AccountHeading on EnterpriseAccount {\n    id\n    enterpriseName\n    reference\n    role\n    authenticationStatus\n    master {\n      id\n      enterpriseName\n    }\n  }\n"): (typeof documents)["\n  fragment AccountHeading on EnterpriseAccount {\n    id\n    enterpriseName\n    reference\n    role\n    authenticationStatus\n    master {\n      id\n      enterpriseName\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AccountLink on EnterpriseAccount {\n    id\n    enterpriseName\n    reference\n    authenticationStatus\n    createdAt\n  }\n"): (typeof documents)["\n  fragment AccountLink on EnterpriseAccount {\n    id\n    enterpriseName\n    reference\n    authenticationStatus\n    createdAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Account($id: ID!) {\n    enterpriseAccount(id: $id) {\n      authenticationStatus\n      ...FirstAuthenticationAccount\n      ...AuthenticatedAccount\n    }\n  }\n"): (typeof documents)["\n  query Account($id: ID!) {\n    enterpriseAccount(id: $id) {\n      authenticationStatus\n      ...FirstAuthenticationAccount\n      ...AuthenticatedAccount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AnyAccount {\n    enterpriseAccounts(first: 1) {\n      nodes {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  query AnyAccount {\n    enterpriseAccounts(first: 1) {\n      nodes {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Accounts($filter: EnterpriseAccountFilter!, $first: Int, $after: String, $last: Int, $before: String) {\n    enterpriseAccounts(filter: $filter, first: $first, after: $after, last: $last, before: $before) {\n      nodes {\n        id\n        ...AccountLink\n      }\n      pageInfo {\n        ...PageLinks\n      }\n    }\n  }\n"): (typeof documents)["\n  query Accounts($filter: EnterpriseAccountFilter!, $first: Int, $after: String, $last: Int, $before: String) {\n    enterpriseAccounts(filter: $filter, first: $first, after: $after, last: $last, before: $before) {\n      nodes {\n        id\n        ...AccountLink\n      }\n      pageInfo {\n        ...PageLinks\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Members($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {\n    enterpriseAccount(id: $id) {\n      members(first: $first, after: $after, last: $last, before: $before) {\n        edges {\n          cursor\n          node {\n            ...Member\n          }\n        }\n        pageInfo {\n          ...PageLinks\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Members($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {\n    enterpriseAccount(id: $id) {\n      members(first: $first, after: $after, last: $last, before: $before) {\n        edges {\n          cursor\n          node {\n            ...Member\n          }\n        }\n        pageInfo {\n          ...PageLinks\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AuthenticatedAccount on EnterpriseAccount {\n    id\n    role\n    ...AccountHeading\n    authentication {\n      enterpriseName\n      authenticatedAt\n      certificate {\n        country\n        type\n      }\n      synchronization {\n        nameBefore\n        synchronizedCount\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment AuthenticatedAccount on EnterpriseAccount {\n    id\n    role\n    ...AccountHeading\n    authentication {\n      enterpriseName\n      authenticatedAt\n      certificate {\n        country\n        type\n      }\n      synchronization {\n        nameBefore\n        synchronizedCount\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Member on EnterpriseAccount {\n    enterpriseName\n    reference\n    authenticationStatus\n    authenticationOrigin\n  }\n"): (typeof documents)["\n  fragment Member on EnterpriseAccount {\n    enterpriseName\n    reference\n    authenticationStatus\n    authenticationOrigin\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CommitAuthentication($input: CommitAuthenticationInput!) {\n    commitAuthentication(input: $input) {\n      __typename\n      ... on AuthenticationCommitted {\n        replayed\n        synchronization {\n          synchronizedCount\n        }\n        account {\n          ...AuthenticatedAccount\n        }\n      }\n      ... on PreviewStale {\n        currentPreview {\n          ...Counts\n        }\n      }\n      ... on Refusal {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CommitAuthentication($input: CommitAuthenticationInput!) {\n    commitAuthentication(input: $input) {\n      __typename\n      ... on AuthenticationCommitted {\n        replayed\n        synchronization {\n          synchronizedCount\n        }\n        account {\n          ...AuthenticatedAccount\n        }\n      }\n      ... on PreviewStale {\n        currentPreview {\n          ...Counts\n        }\n      }\n      ... on Refusal {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PageLinks on PageInfo {\n    startCursor\n    endCursor\n    hasPreviousPage\n    hasNextPage\n  }\n"): (typeof documents)["\n  fragment PageLinks on PageInfo {\n    startCursor\n    endCursor\n    hasPreviousPage\n    hasNextPage\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Counts on AuthenticationPreview {\n    memberCount\n    synchronizedCount\n    breakdown {\n      reason\n      statusBefore\n      count\n    }\n  }\n"): (typeof documents)["\n  fragment Counts on AuthenticationPreview {\n    memberCount\n    synchronizedCount\n    breakdown {\n      reason\n      statusBefore\n      count\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Decision on MemberDecision {\n    nameBefore\n    statusBefore\n    member {\n      reference\n    }\n    decision {\n      synchronized\n      effect\n      explanation\n    }\n  }\n"): (typeof documents)["\n  fragment Decision on MemberDecision {\n    nameBefore\n    statusBefore\n    member {\n      reference\n    }\n    decision {\n      synchronized\n      effect\n      explanation\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment FirstAuthenticationAccount on EnterpriseAccount {\n    id\n    enterpriseName\n    role\n    reference\n    ...AccountHeading\n  }\n"): (typeof documents)["\n  fragment FirstAuthenticationAccount on EnterpriseAccount {\n    id\n    enterpriseName\n    role\n    reference\n    ...AccountHeading\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Decisions(\n    $input: PreviewAuthenticationInput!\n    $filter: MemberDecisionFilter!\n    $first: Int\n    $after: String\n    $last: Int\n    $before: String\n  ) {\n    previewAuthentication(input: $input) {\n      __typename\n      ... on AuthenticationPreview {\n        previewToken\n        members(filter: $filter, first: $first, after: $after, last: $last, before: $before) {\n          edges {\n            cursor\n            node {\n              ...Decision\n            }\n          }\n          pageInfo {\n            ...PageLinks\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Decisions(\n    $input: PreviewAuthenticationInput!\n    $filter: MemberDecisionFilter!\n    $first: Int\n    $after: String\n    $last: Int\n    $before: String\n  ) {\n    previewAuthentication(input: $input) {\n      __typename\n      ... on AuthenticationPreview {\n        previewToken\n        members(filter: $filter, first: $first, after: $after, last: $last, before: $before) {\n          edges {\n            cursor\n            node {\n              ...Decision\n            }\n          }\n          pageInfo {\n            ...PageLinks\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Preview($input: PreviewAuthenticationInput!) {\n    previewAuthentication(input: $input) {\n      __typename\n      ... on AuthenticationPreview {\n        previewToken\n        nameAfter\n        ...Counts\n      }\n      ... on Refusal {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  query Preview($input: PreviewAuthenticationInput!) {\n    previewAuthentication(input: $input) {\n      __typename\n      ... on AuthenticationPreview {\n        previewToken\n        nameAfter\n        ...Counts\n      }\n      ... on Refusal {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RegisterSampleMaster($input: RegisterMasterAccountInput!) {\n    registerMasterAccount(input: $input) {\n      __typename\n      ... on MasterAccountRegistered {\n        account {\n          id\n        }\n      }\n      ... on Refusal {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RegisterSampleMaster($input: RegisterMasterAccountInput!) {\n    registerMasterAccount(input: $input) {\n      __typename\n      ... on MasterAccountRegistered {\n        account {\n          id\n        }\n      }\n      ... on Refusal {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RegisterSampleMembers($input: RegisterMemberAccountsInput!) {\n    registerMemberAccounts(input: $input) {\n      __typename\n      ... on MemberAccountsRegistered {\n        accounts {\n          id\n        }\n      }\n      ... on Refusal {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RegisterSampleMembers($input: RegisterMemberAccountsInput!) {\n    registerMemberAccounts(input: $input) {\n      __typename\n      ... on MemberAccountsRegistered {\n        accounts {\n          id\n        }\n      }\n      ... on Refusal {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AuthenticateSampleMember($input: CommitAuthenticationInput!) {\n    commitAuthentication(input: $input) {\n      __typename\n      ... on Refusal {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation AuthenticateSampleMember($input: CommitAuthenticationInput!) {\n    commitAuthentication(input: $input) {\n      __typename\n      ... on Refusal {\n        message\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;