import type { FirstAuthenticationRow } from "../domain/first-authentication-table.js";
import type { Ask } from "./ask.js";

/** A row of cases/first-authentication.json: a combination, and what is to follow from it. */
export interface Case extends FirstAuthenticationRow {
  readonly synchronized: boolean;
  readonly reason: string;
}

interface Member {
  readonly enterpriseName: string;
  readonly authenticationStatus: string;
  readonly authenticationOrigin: string | null;
}

interface Registered {
  readonly account: { readonly id: string };
}

interface Preview {
  readonly previewToken: string;
  readonly members: { readonly nodes: readonly [{ readonly decision: Decision }] };
}

interface Decision extends Pick<Case, "synchronized" | "reason" | "tableCase"> {
  readonly effect: string;
}

interface Committed {
  readonly account: { readonly members: { readonly nodes: readonly [Member] } };
}

/** What the preview said of the member, what the member is now, and whether both are as the case has it. */
export interface Outcome {
  readonly decision: Decision;
  readonly member: Member;
  readonly agrees: boolean;
}

/** Synthetic, of an administrative division that does not exist. */
const MASTER_NUMBER = "91990000TT0000015J";
const MEMBER_NUMBER = "91990000TT0000023D";

/** One master with one member: previewed, committed, and looked at again. */
export async function play(one: Case, ask: Ask): Promise<Outcome> {
  const { account: master } = await ask<Registered>(REGISTER_MASTER, { enterpriseName: one.nameBefore });
  const { account } = await ask<Registered>(REGISTER_MEMBER, { masterId: master.id, enterpriseName: one.memberName });
  if (one.memberAuthenticated) await ask<Committed>(COMMIT, authentication(account.id, one.memberName, MEMBER_NUMBER));

  const request = authentication(master.id, one.nameAfter, MASTER_NUMBER);
  const preview = await ask<Preview>(PREVIEW, request);
  const committed = await ask<Committed>(COMMIT, { ...request, previewToken: preview.previewToken });

  const [{ decision }] = preview.members.nodes;
  const [member] = committed.account.members.nodes;
  return { decision, member, agrees: isAsForetold(decision, one) && isAsExpected(member, one) };
}

function isAsForetold(decision: Decision, { synchronized, reason, tableCase }: Case): boolean {
  return decision.synchronized === synchronized && decision.reason === reason && decision.tableCase === tableCase;
}

function isAsExpected(member: Member, { synchronized, memberAuthenticated, memberName, nameAfter }: Case): boolean {
  const origin = synchronized ? "SYNCHRONIZED" : memberAuthenticated ? "OWN" : null;
  return member.enterpriseName === (synchronized ? nameAfter : memberName) && member.authenticationOrigin === origin;
}

function authentication(accountId: string, enterpriseName: string, number: string) {
  return { accountId, enterpriseName, certificate: { country: "CN", type: "BUSINESS_LICENSE", number } };
}

const REGISTER_MASTER = /* GraphQL */ `
  mutation ($input: RegisterMasterAccountInput!) {
    registerMasterAccount(input: $input) { ... on MasterAccountRegistered { account { id } } }
  }
`;

const REGISTER_MEMBER = /* GraphQL */ `
  mutation ($input: RegisterMemberAccountInput!) {
    registerMemberAccount(input: $input) { ... on MemberAccountRegistered { account { id } } }
  }
`;

const PREVIEW = /* GraphQL */ `
  query ($input: PreviewAuthenticationInput!) {
    previewAuthentication(input: $input) {
      ... on AuthenticationPreview {
        previewToken
        members(first: 1) { nodes { decision { synchronized reason effect tableCase } } }
      }
    }
  }
`;

const COMMIT = /* GraphQL */ `
  mutation ($input: CommitAuthenticationInput!) {
    commitAuthentication(input: $input) {
      ... on AuthenticationCommitted {
        account {
          members(first: 1) { nodes { enterpriseName authenticationStatus authenticationOrigin } }
        }
      }
      ... on Refusal { message }
    }
  }
`;
