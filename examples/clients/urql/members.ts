import type { Client } from "@urql/core";
import { graphql } from "./generated/gql.js";
import type { MembersQuery, MembersQueryVariables } from "./generated/graphql.js";

const Members = graphql(`
  query Members($masterId: ID!, $first: Int!, $after: String) {
    enterpriseAccount(id: $masterId) {
      members(first: $first, after: $after) {
        nodes {
          id
          reference
          enterpriseName
          authenticationStatus
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

const RegisterMember = graphql(`
  mutation RegisterMember($input: RegisterMemberAccountInput!) {
    registerMemberAccount(input: $input) {
      __typename
      ... on MemberAccountRegistered {
        account {
          id
        }
      }
      ... on ReferenceTaken {
        account {
          id
          enterpriseName
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);

type Page = NonNullable<MembersQuery["enterpriseAccount"]>["members"];

/** A member, as the list shows it. */
export type Member = Page["nodes"][number];

/** What a member is registered with. */
export interface NewMember {
  readonly masterId: string;
  readonly enterpriseName: string;
  readonly reference?: string;
}

/** A master's members, page by page; there are none where there is no such account. */
export async function* membersOf(client: Client, masterId: string, first = 100): AsyncGenerator<Member> {
  let after: string | null = null;
  do {
    const page = await pageOf(client, { masterId, first, after });
    yield* page?.nodes ?? [];
    after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
}

async function pageOf(client: Client, variables: MembersQueryVariables): Promise<Page | undefined> {
  const { data, error } = await client.query(Members, variables).toPromise();
  if (!data) throw error;
  return data.enterpriseAccount?.members;
}

/** Registers a member, or says why not. */
export async function registerMember(client: Client, input: NewMember) {
  const { data, error } = await client.mutation(RegisterMember, { input }).toPromise();
  if (!data) throw error;
  return data.registerMemberAccount;
}
