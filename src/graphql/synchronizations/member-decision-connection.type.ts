import { Field, ObjectType } from "type-graphql";
import type { AuthenticationStatus, EnterpriseAccount } from "../../domain/enterprise-account.js";
import type { EnterpriseName } from "../../domain/enterprise-name.js";
import type { MemberDecision } from "../../domain/member-decision.js";
import type { SyncDecision } from "../../domain/sync-decision.js";
import { EnterpriseAccountType } from "../accounts/enterprise-account.type.js";
import { PageInfoType } from "../connections/page-info.type.js";
import { AuthenticationStatusEnum } from "../enums.js";
import { EnterpriseNameScalar } from "../scalars/enterprise-name.scalar.js";
import { SyncDecisionType } from "./sync-decision.type.js";

/** A view of the domain's MemberDecision. */
@ObjectType("MemberDecision", {
  description: "A member as it was before the authentication, and what was decided.",
  simpleResolvers: true,
})
export class MemberDecisionType {
  @Field(() => EnterpriseAccountType, {
    description: "The member: in a preview as it is, in a synchronization as it became.",
  })
  member!: EnterpriseAccount;

  @Field(() => EnterpriseNameScalar, { description: "The name it bore before." })
  nameBefore!: EnterpriseName;

  @Field(() => AuthenticationStatusEnum, { description: "The status it had before." })
  statusBefore!: AuthenticationStatus;

  @Field(() => SyncDecisionType, { description: "Whether it is synchronized, and why." })
  decision!: SyncDecision;
}

@ObjectType("MemberDecisionEdge", { description: "A decision in a connection.", simpleResolvers: true })
export class MemberDecisionEdgeType {
  @Field(() => String, { description: "Where the member lies in this connection, for `after` and `before`." })
  cursor!: string;

  @Field(() => MemberDecisionType, { description: "The member, and what was decided." })
  node!: MemberDecisionType;
}

@ObjectType("MemberDecisionConnection", { description: "A page of decisions.", simpleResolvers: true })
export class MemberDecisionConnectionType {
  @Field(() => [MemberDecisionEdgeType], { description: "The decisions of this page, with their cursors." })
  edges!: readonly MemberDecisionEdgeType[];

  @Field(() => [MemberDecisionType], { description: "The decisions of this page." })
  nodes!: readonly MemberDecisionType[];

  @Field(() => PageInfoType, { description: "Where this page lies." })
  pageInfo!: PageInfoType;
}

/** What an edge shows of a decision. */
export function decisionEdgeOf({ before, decision, member }: MemberDecision): { node: MemberDecisionType } {
  const { enterpriseName: nameBefore, authenticationStatus: statusBefore } = before;
  return { node: { member, nameBefore, statusBefore, decision } };
}
