const SNAPSHOT =
  "id recordedBy { subject requestId } account { id } enterpriseName certificate { country type number } authenticatedAt synchronization { id }";

const ACCOUNT = `
  id role reference enterpriseName authenticationStatus authenticationOrigin createdAt
  authentication { ${SNAPSHOT} }
  master { id }
`;

const PAGE_INFO = "pageInfo { hasNextPage hasPreviousPage startCursor endCursor }";

const DECISION = "synchronized reason effect tableCase provenance explanation";

const MEMBER_DECISION = `member { ${ACCOUNT} } nameBefore statusBefore decision { ${DECISION} }`;

const MEMBER_DECISIONS = `edges { cursor node { ${MEMBER_DECISION} } } nodes { ${MEMBER_DECISION} } ${PAGE_INFO}`;

const PREVIEW = `
  account { ${ACCOUNT} } nameBefore nameAfter previewToken
  memberCount synchronizedCount breakdown { reason statusBefore count }
  members { ${MEMBER_DECISIONS} }
`;

const synchronization = (master: string) => `
  id ${master} { id } recordedBy { subject requestId } nameBefore nameAfter committedAt synchronizedCount
  members { ${MEMBER_DECISIONS} }
`;

const ACCOUNT_CONNECTION = `edges { cursor node { ${ACCOUNT} } } nodes { ${ACCOUNT} } ${PAGE_INFO}`;

const HISTORY_CONNECTION = `
  edges { cursor origin reason recordedAt recordedBy { subject requestId } node { ${SNAPSHOT} } }
  nodes { ${SNAPSHOT} }
  ${PAGE_INFO}
`;

/** Under a name of its own: an account's `master` may be null, and one answer cannot hold both under one name. */
const NODE = `
  __typename id
  ... on EnterpriseAccount { ${ACCOUNT} }
  ... on AuthenticationSnapshot { ${SNAPSHOT} }
  ... on Synchronization { ${synchronization("synchronizedFrom: master")} }
`;

const REFUSED = "... on Refusal { message }";

/** A document for each operation and each connection, that asks for every field there is. */
export const DOCUMENTS = {
  registerMasterAccount: `mutation ($input: RegisterMasterAccountInput!) {
    registerMasterAccount(input: $input) {
      __typename ${REFUSED}
      ... on MasterAccountRegistered { account { ${ACCOUNT} } replayed howToBeGranted }
    }
  }`,

  registerMemberAccount: `mutation ($input: RegisterMemberAccountInput!) {
    registerMemberAccount(input: $input) {
      __typename ${REFUSED}
      ... on MemberAccountRegistered { account { ${ACCOUNT} } replayed }
      ... on AccountNotFound { accountId }
      ... on NotAMasterAccount { accountId }
      ... on ReferenceTaken { reference account { ${ACCOUNT} } }
    }
  }`,

  registerMemberAccounts: `mutation ($input: RegisterMemberAccountsInput!) {
    registerMemberAccounts(input: $input) {
      __typename ${REFUSED}
      ... on MemberAccountsRegistered { accounts { ${ACCOUNT} } replayed }
      ... on AccountNotFound { accountId }
      ... on NotAMasterAccount { accountId }
      ... on MembersRefused { members { index reason message } }
    }
  }`,

  renameEnterpriseAccount: `mutation ($input: RenameEnterpriseAccountInput!) {
    renameEnterpriseAccount(input: $input) {
      __typename ${REFUSED}
      ... on EnterpriseAccountRenamed { account { ${ACCOUNT} } }
      ... on AccountNotFound { accountId }
      ... on EnterpriseNameFixed { account { ${ACCOUNT} } }
    }
  }`,

  commitAuthentication: `mutation ($input: CommitAuthenticationInput!) {
    commitAuthentication(input: $input) {
      __typename ${REFUSED}
      ... on AuthenticationCommitted {
        account { ${ACCOUNT} }
        snapshot { ${SNAPSHOT} }
        synchronization { ${synchronization("master")} }
        replayed
      }
      ... on AccountNotFound { accountId }
      ... on AlreadyAuthenticated { account { ${ACCOUNT} } }
      ... on PreviewStale { currentPreview { ${PREVIEW} } }
    }
  }`,

  previewAuthentication: `query ($input: PreviewAuthenticationInput!) {
    previewAuthentication(input: $input) {
      __typename ${REFUSED}
      ... on AuthenticationPreview { ${PREVIEW} }
      ... on AccountNotFound { accountId }
      ... on AlreadyAuthenticated { account { ${ACCOUNT} } }
    }
  }`,

  enterpriseAccount: `query ($id: ID!) { enterpriseAccount(id: $id) { ${ACCOUNT} } }`,

  enterpriseAccounts: `query ($first: Int, $after: String, $last: Int, $before: String, $filter: EnterpriseAccountFilter) {
    enterpriseAccounts(first: $first, after: $after, last: $last, before: $before, filter: $filter) { ${ACCOUNT_CONNECTION} }
  }`,

  members: `query ($id: ID!, $first: Int, $after: String, $last: Int, $before: String, $filter: MemberFilter) {
    enterpriseAccount(id: $id) {
      members(first: $first, after: $after, last: $last, before: $before, filter: $filter) { ${ACCOUNT_CONNECTION} }
    }
  }`,

  authenticationHistory: `query ($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
    enterpriseAccount(id: $id) {
      authenticationHistory(first: $first, after: $after, last: $last, before: $before) { ${HISTORY_CONNECTION} }
    }
  }`,

  previewMembers: `query ($id: ID!, $name: EnterpriseName!, $first: Int, $after: String, $last: Int, $before: String, $filter: MemberDecisionFilter) {
    previewAuthentication(input: { accountId: $id, enterpriseName: $name }) {
      ... on AuthenticationPreview {
        members(first: $first, after: $after, last: $last, before: $before, filter: $filter) { ${MEMBER_DECISIONS} }
      }
    }
  }`,

  synchronizationMembers: `query ($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
    node(id: $id) {
      ... on Synchronization {
        members(first: $first, after: $after, last: $last, before: $before) { ${MEMBER_DECISIONS} }
      }
    }
  }`,

  node: `query ($id: ID!) { node(id: $id) { ${NODE} } }`,

  nodes: `query ($ids: [ID!]!) { nodes(ids: $ids) { ${NODE} } }`,

  syncPolicy: `query {
    syncPolicy {
      version nameKeyVersion
      rows { row tableCase provenance nameBefore memberName memberAuthenticated nameAfter synchronized reason }
    }
  }`,

  evaluateSyncPolicy: `query ($input: EvaluateSyncPolicyInput!) { evaluateSyncPolicy(input: $input) { ${DECISION} } }`,
} as const;
