import { graphql } from "./generated/gql.js";
import type { NewMemberInput, RegisterMembersMutation } from "./generated/graphql.js";
import type { NamesakeClient } from "./namesake-client.js";

/** 500 members fit into a body of 1 MiB, however long their names and references are. */
const BATCH_SIZE = 500;

const RegisterMaster = graphql(`
  mutation RegisterMaster($input: RegisterMasterAccountInput!) {
    registerMasterAccount(input: $input) {
      __typename
      ... on MasterAccountRegistered {
        account {
          id
        }
        replayed
      }
      ... on Refusal {
        message
      }
    }
  }
`);

const RegisterMembers = graphql(`
  mutation RegisterMembers($input: RegisterMemberAccountsInput!) {
    registerMemberAccounts(input: $input) {
      __typename
      ... on MemberAccountsRegistered {
        accounts {
          id
          reference
        }
        replayed
      }
      ... on MembersRefused {
        members {
          index
          reason
          message
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);

/** A master to register. The caller makes the key before the first attempt, and keeps it with what is to be registered. */
export interface Master {
  readonly enterpriseName: string;
  readonly reference?: string;
  readonly idempotencyKey: string;
}

/** Members to register, under a key that is made and kept alike. */
export interface Members {
  readonly masterId: string;
  readonly members: readonly NewMemberInput[];
  readonly idempotencyKey: string;
}

/** What came of the members from the place `from` on; a refusal's `index` counts from there. */
export interface Batch {
  readonly from: number;
  readonly answer: RegisterMembersMutation["registerMemberAccounts"];
}

/** Registers a master, or says why not. */
export async function registerMaster(client: NamesakeClient, input: Master) {
  const { registerMasterAccount } = await client.run(RegisterMaster, { input });
  return registerMasterAccount;
}

/**
 * Registers any number of members, a batch at a time, and ends with a batch that is refused. Whatever ended it: run again with
 * the same key and the same members it takes up where it was, and answers for the rest from what is there.
 */
export async function* registerMembers(client: NamesakeClient, input: Members): AsyncGenerator<Batch> {
  for (let from = 0; from < input.members.length; from += BATCH_SIZE) {
    const members = input.members.slice(from, from + BATCH_SIZE);
    const idempotencyKey = `${input.idempotencyKey}:${from}`;
    const { registerMemberAccounts: answer } = await client.run(RegisterMembers, {
      input: { ...input, members, idempotencyKey },
    });
    yield { from, answer };
    if (answer.__typename !== "MemberAccountsRegistered") return;
  }
}
