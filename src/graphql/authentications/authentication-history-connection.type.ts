import { Field, ObjectType } from "type-graphql";
import type { AuthenticationRecord } from "../../domain/authentication-record.js";
import type { AuthenticationSnapshot } from "../../domain/authentication-snapshot.js";
import type { AuthenticationOrigin } from "../../domain/enterprise-account.js";
import type { SyncReason } from "../../domain/sync-decision.js";
import { PageInfoType } from "../connections/page-info.type.js";
import { AuthenticationOriginEnum, SyncReasonEnum } from "../enums.js";
import { DateTimeScalar } from "../scalars/date-time.scalar.js";
import { AuthenticationSnapshotType } from "./authentication-snapshot.type.js";

@ObjectType("AuthenticationHistoryEdge", {
  description: "An authentication that came in force for the account.",
  simpleResolvers: true,
})
export class AuthenticationHistoryEdgeType {
  @Field(() => String, { description: "Where it lies in this connection, for `after` and `before`." })
  cursor!: string;

  @Field(() => AuthenticationSnapshotType, { description: "The authentication." })
  node!: AuthenticationSnapshot;

  @Field(() => AuthenticationOriginEnum, { description: "Whether it was the account's own or its master's." })
  origin!: AuthenticationOrigin;

  @Field(() => SyncReasonEnum, { nullable: true, description: "Why it was synchronized; null for OWN." })
  reason!: SyncReason | null;

  @Field(() => DateTimeScalar, { description: "When it came in force for the account." })
  recordedAt!: Date;
}

@ObjectType("AuthenticationHistoryConnection", {
  description: "A page of an account's history, newest first.",
  simpleResolvers: true,
})
export class AuthenticationHistoryConnectionType {
  @Field(() => [AuthenticationHistoryEdgeType], {
    description: "The authentications of this page, with how they came.",
  })
  edges!: readonly AuthenticationHistoryEdgeType[];

  @Field(() => [AuthenticationSnapshotType], { description: "The authentications of this page." })
  nodes!: readonly AuthenticationSnapshot[];

  @Field(() => PageInfoType, { description: "Where this page lies." })
  pageInfo!: PageInfoType;
}

/** What an edge shows of a record. */
export function historyEdgeOf({ snapshot, origin, reason, recordedAt }: AuthenticationRecord) {
  return { node: snapshot, origin, reason, recordedAt };
}
