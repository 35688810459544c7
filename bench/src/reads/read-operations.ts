import type { Operation } from "../service/http-client.js";
import { NAME_AFTER } from "../service/names.js";

/** The accounts that the reads ask for. */
export interface ReadSubjects {
  /** A member that a synchronization reached. */
  readonly member: string;
  /** A master that is authenticated, of a hundred members. */
  readonly committed: string;
  /** A master that is not, of a hundred members. */
  readonly uncommitted: string;
}

/** One read, as one server takes it, and how its answer is brought into the form that all are compared in. */
export interface Read {
  readonly operation: Operation;
  readonly canonical: (data: unknown) => unknown;
}

/** The reads that servers are compared by. */
export const READS = ["one account", "50 members", "preview"] as const;
export type ReadName = (typeof READS)[number];
export type Reads = (subjects: ReadSubjects) => Record<ReadName, Read>;

function reading<Data>(operation: Operation, canonical: (data: Data) => unknown = (data) => data): Read {
  return { operation, canonical: (data) => canonical(data as Data) };
}

/** In the service's own schema, which those written by hand have too. */
export const ownReads: Reads = ({ member, committed, uncommitted }) => ({
  "one account": reading({
    query: `query ($id: ID!) {
        enterpriseAccount(id: $id) {
          id enterpriseName authenticationStatus
          authentication { id enterpriseName authenticatedAt certificate { country type number } }
        }
      }`,
    variables: { id: member },
  }),
  "50 members": reading({
    query: `query ($id: ID!) {
        enterpriseAccount(id: $id) {
          members(first: 50) {
            nodes { id enterpriseName authenticationStatus authentication { authenticatedAt } }
            pageInfo { hasNextPage }
          }
        }
      }`,
    variables: { id: committed },
  }),
  preview: reading({
    query: `query ($input: PreviewAuthenticationInput!) {
        previewAuthentication(input: $input) {
          ... on AuthenticationPreview {
            nameBefore nameAfter memberCount synchronizedCount
            breakdown { reason statusBefore count }
            members(first: 50) {
              nodes { member { id } nameBefore statusBefore decision { synchronized reason effect tableCase } }
              pageInfo { hasNextPage }
            }
          }
        }
      }`,
    variables: { input: { accountId: uncommitted, enterpriseName: NAME_AFTER } },
  }),
});

/** In the schema that PostGraphile makes of the tables and functions. */
export const postgraphileReads: Reads = ({ member, committed, uncommitted }) => ({
  "one account": reading(
    {
      query: `query ($id: UUID!) {
        currentAccountByRowId(rowId: $id) {
          id: rowId enterpriseName authenticationStatus
          authentication {
            id: rowId enterpriseName authenticatedAt certificateCountry certificateType certificateNumber
          }
        }
      }`,
      variables: { id: member },
    },
    ({ currentAccountByRowId: { authentication, ...account } }: { currentAccountByRowId: FlatAccount }) => {
      const { certificateCountry, certificateType, certificateNumber, authenticatedAt, ...snapshot } = authentication;
      const certificate = { country: certificateCountry, type: certificateType, number: certificateNumber };
      const shaped = { ...snapshot, authenticatedAt: instant(authenticatedAt), certificate };
      return { enterpriseAccount: { ...account, authentication: shaped } };
    },
  ),
  "50 members": reading(
    {
      query: `query ($id: UUID!) {
        currentAccountByRowId(rowId: $id) {
          members(first: 50) {
            nodes { id: rowId enterpriseName authenticationStatus authentication { authenticatedAt } }
            pageInfo { hasNextPage }
          }
        }
      }`,
      variables: { id: committed },
    },
    ({ currentAccountByRowId: { members } }: { currentAccountByRowId: { members: { nodes: MemberNode[] } } }) => {
      const nodes = members.nodes.map(({ authentication, ...node }) => ({
        ...node,
        authentication: authentication && { authenticatedAt: instant(authentication.authenticatedAt) },
      }));
      return { enterpriseAccount: { members: { ...members, nodes } } };
    },
  ),
  preview: reading(
    {
      query: `query ($id: UUID!, $name: String!) {
        previewAuthentication(accountId: $id, enterpriseName: $name) {
          nameBefore nameAfter
          totals { memberCount synchronizedCount }
          breakdown { nodes { reason statusBefore count } }
          members(first: 50) {
            nodes { memberId nameBefore statusBefore synchronized reason effect tableCase }
            pageInfo { hasNextPage }
          }
        }
      }`,
      variables: { id: uncommitted, name: NAME_AFTER },
    },
    ({ previewAuthentication }: { previewAuthentication: FlatPreview }) => {
      const { totals, breakdown, members, ...names } = previewAuthentication;
      const nodes = members.nodes.map(({ memberId, nameBefore, statusBefore, ...decision }) => ({
        member: { id: memberId },
        nameBefore,
        statusBefore,
        decision,
      }));
      const shaped = { ...names, ...totals, breakdown: breakdown.nodes, members: { ...members, nodes } };
      return { previewAuthentication: shaped };
    },
  ),
});

interface FlatAccount {
  readonly authentication: Record<
    "certificateCountry" | "certificateType" | "certificateNumber" | "authenticatedAt",
    string
  >;
}

interface MemberNode {
  readonly authentication: { readonly authenticatedAt: string } | null;
}

interface FlatPreview {
  readonly totals: object;
  readonly breakdown: { readonly nodes: readonly object[] };
  readonly members: { readonly nodes: readonly { memberId: string; nameBefore: string; statusBefore: string }[] };
}

/** An instant, however it was written. */
function instant(text: string): string {
  return new Date(text).toISOString();
}
