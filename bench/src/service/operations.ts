import type { Operation } from "./http-client.js";
import { CERTIFICATE, NAME_AFTER } from "./names.js";

/** Commits a master's authentication. */
export function commitOf(accountId: string): Operation {
  return {
    query: `mutation ($input: CommitAuthenticationInput!) {
      commitAuthentication(input: $input) {
        __typename
        ... on AuthenticationCommitted { account { id enterpriseName authenticationStatus } synchronization { id } }
        ... on Refusal { message }
      }
    }`,
    variables: { input: { accountId, enterpriseName: NAME_AFTER, certificate: CERTIFICATE } },
  };
}

/** The counts that a preview can be asked for. */
const COUNTS = "memberCount synchronizedCount breakdown { reason statusBefore count }";

/** Which part of which preview is asked for. */
export interface PreviewPage {
  readonly nameAfter: string;
  readonly counts?: boolean;
  /** `first` or `last`, with `after` and `filter` as need be. */
  readonly members: Record<string, unknown>;
}

/** Previews a master's authentication, with a page of its members. */
export function previewOf(accountId: string, { nameAfter, counts = false, members }: PreviewPage): Operation {
  return {
    query: `query ($input: PreviewAuthenticationInput!, $first: Int, $last: Int, $after: String, $filter: MemberDecisionFilter) {
      previewAuthentication(input: $input) {
        ... on AuthenticationPreview {
          nameBefore nameAfter previewToken ${counts ? COUNTS : ""}
          members(first: $first, last: $last, after: $after, filter: $filter) {
            nodes { member { id } nameBefore statusBefore decision { synchronized reason effect tableCase } }
            pageInfo { hasNextPage endCursor }
          }
        }
        ... on Refusal { message }
      }
    }`,
    variables: { input: { accountId, enterpriseName: nameAfter }, ...members },
  };
}

/** The first members of a master that have a status now. */
export function membersByStatus(accountId: string, authenticationStatus: string): Operation {
  return {
    query: `query ($id: ID!, $filter: MemberFilter) {
      enterpriseAccount(id: $id) {
        members(first: 50, filter: $filter) { nodes { id enterpriseName authenticationStatus } pageInfo { hasNextPage } }
      }
    }`,
    variables: { id: accountId, filter: { authenticationStatus } },
  };
}

/** The newest accounts that are as the filter says. */
export function newestAccounts(filter: Record<string, string>): Operation {
  return {
    query: `query ($filter: EnterpriseAccountFilter) {
      enterpriseAccounts(first: 50, filter: $filter) {
        nodes { id enterpriseName authenticationStatus } pageInfo { hasNextPage }
      }
    }`,
    variables: { filter },
  };
}
