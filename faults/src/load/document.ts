import type { Operation } from "./operation.js";

/** What is sent to `/graphql`. The field under the root is always called `result`. */
export interface Document {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const ACCOUNT = "{ id enterpriseName authenticationStatus authenticationOrigin authentication { id } }";

/** An account with something that is looked up only after the change is made: that fails on its own. */
const CHANGED = ACCOUNT.replace("}", "} looked: members(first: 1) { pageInfo { hasNextPage } }");

const QUERIES: Readonly<Record<Operation["kind"], string>> = {
  registerMaster: `mutation ($input: RegisterMasterAccountInput!) { result: registerMasterAccount(input: $input) {
    __typename ... on MasterAccountRegistered { account ${ACCOUNT} replayed } } }`,
  registerMember: `mutation ($input: RegisterMemberAccountInput!) { result: registerMemberAccount(input: $input) {
    __typename ... on MemberAccountRegistered { account ${ACCOUNT} replayed } } }`,
  registerMembers: `mutation ($input: RegisterMemberAccountsInput!) { result: registerMemberAccounts(input: $input) {
    __typename ... on MemberAccountsRegistered { accounts ${ACCOUNT} replayed } } }`,
  rename: `mutation ($input: RenameEnterpriseAccountInput!) { result: renameEnterpriseAccount(input: $input) {
    __typename ... on EnterpriseAccountRenamed { account ${CHANGED} } ... on EnterpriseNameFixed { account ${ACCOUNT} } } }`,
  commit: `mutation ($input: CommitAuthenticationInput!) { result: commitAuthentication(input: $input) {
    __typename
    ... on AuthenticationCommitted {
      account ${CHANGED} replayed
      snapshot { id enterpriseName certificate { number } }
      synchronization { id nameBefore nameAfter synchronizedCount }
    }
    ... on AlreadyAuthenticated { account ${ACCOUNT} } } }`,
  preview: `query ($input: PreviewAuthenticationInput!) { result: previewAuthentication(input: $input) {
    __typename
    ... on AuthenticationPreview {
      account ${ACCOUNT} nameBefore nameAfter previewToken memberCount synchronizedCount
      breakdown { reason statusBefore count }
      members(first: 100) { nodes {
        member { id } nameBefore statusBefore decision { synchronized reason effect tableCase }
      } }
    }
    ... on AlreadyAuthenticated { account ${ACCOUNT} } } }`,
  read: `query ($id: ID!) { result: enterpriseAccount(id: $id) { __typename ... on EnterpriseAccount ${ACCOUNT} } }`,
};

/** The GraphQL document for an operation. @param key given where the operation takes one */
export function documentOf(operation: Operation, key: string): Document {
  return { query: QUERIES[operation.kind], variables: variablesOf(operation, key) };
}

function variablesOf(operation: Operation, idempotencyKey: string): Record<string, unknown> {
  switch (operation.kind) {
    case "registerMaster":
      return { input: { enterpriseName: operation.name, idempotencyKey } };
    case "registerMember":
      return { input: { masterId: operation.masterId, enterpriseName: operation.name, idempotencyKey } };
    case "registerMembers": {
      const members = operation.names.map((enterpriseName) => ({ enterpriseName }));
      return { input: { masterId: operation.masterId, members, idempotencyKey } };
    }
    case "rename":
      return { input: { accountId: operation.accountId, enterpriseName: operation.name } };
    case "preview":
      return { input: authentication(operation.accountId, operation.name, operation.certificate) };
    case "commit": {
      const { accountId, name, certificate, preview } = operation;
      return {
        input: { ...authentication(accountId, name, certificate), previewToken: preview?.token, idempotencyKey },
      };
    }
    case "read":
      return { id: operation.accountId };
  }
}

function authentication(accountId: string, enterpriseName: string, number: string | null) {
  const certificate = number === null ? {} : { certificate: { country: "CN", type: "BUSINESS_LICENSE", number } };
  return { accountId, enterpriseName, ...certificate };
}
