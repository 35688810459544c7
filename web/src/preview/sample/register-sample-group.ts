import type { Client, DocumentInput, OperationResult } from "urql";
import { graphql } from "../graphql/gql.js";
import { SAMPLE, SAMPLE_MEMBERS, sampleCertificate } from "./sample-group.js";

const RegisterMaster = graphql(`
  mutation RegisterSampleMaster($input: RegisterMasterAccountInput!) {
    registerMasterAccount(input: $input) {
      __typename
      ... on MasterAccountRegistered {
        account {
          id
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);

const RegisterMembers = graphql(`
  mutation RegisterSampleMembers($input: RegisterMemberAccountsInput!) {
    registerMemberAccounts(input: $input) {
      __typename
      ... on MemberAccountsRegistered {
        accounts {
          id
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);

const Authenticate = graphql(`
  mutation AuthenticateSampleMember($input: CommitAuthenticationInput!) {
    commitAuthentication(input: $input) {
      __typename
      ... on Refusal {
        message
      }
    }
  }
`);

/** The service refused a part of it; the message is its own. */
export class SampleRefused extends Error {}

/**
 * Registers the sample group, and authenticates some of its members by themselves: all of it under `key`, so that it can
 * be called again after a failure and goes on where it ended. Returns the master's id.
 * @throws CombinedError where there is no answer, SampleRefused
 */
export async function registerSampleGroup(client: Client, key: string): Promise<string> {
  const { enterpriseName, reference } = { enterpriseName: SAMPLE.nameBefore, reference: SAMPLE.reference };
  const masterInput = { enterpriseName, reference, idempotencyKey: `${key}:master` };
  const master = (await answer(client, RegisterMaster, { input: masterInput })).registerMasterAccount;
  if (master.__typename !== "MasterAccountRegistered") throw new SampleRefused(master.message);

  const members = SAMPLE_MEMBERS.map(({ enterpriseName }, index) => ({
    enterpriseName,
    reference: `branch-${index + 1}`,
  }));
  const membersInput = { masterId: master.account.id, members, idempotencyKey: `${key}:members` };
  const registered = (await answer(client, RegisterMembers, { input: membersInput })).registerMemberAccounts;
  if (registered.__typename !== "MemberAccountsRegistered") throw new SampleRefused(registered.message);

  for (const [index, { id: accountId }] of registered.accounts.entries()) {
    const { enterpriseName = "", number } = SAMPLE_MEMBERS[index] ?? {};
    if (number === undefined) continue;
    const certificate = sampleCertificate(number);
    const input = { accountId, enterpriseName, certificate, idempotencyKey: `${key}:member-${index}` };
    const committed = (await answer(client, Authenticate, { input })).commitAuthentication;
    if (committed.__typename !== "AuthenticationCommitted") throw new SampleRefused(committed.message);
  }
  return master.account.id;
}

async function answer<Data, Variables extends object>(
  client: Client,
  document: DocumentInput<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  const { data, error }: OperationResult<Data> = await client
    .mutation<Data, Variables>(document, variables)
    .toPromise();
  if (error || !data) throw error;
  return data;
}
