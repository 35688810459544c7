import { Field, Int, ObjectType } from "type-graphql";
import type { AuthenticationPreview } from "../../application/authentication-preview.js";
import type { SyncCount } from "../../application/preview-authentication.js";
import type { AuthenticationStatus, EnterpriseAccount } from "../../domain/enterprise-account.js";
import type { EnterpriseName } from "../../domain/enterprise-name.js";
import type { SyncReason } from "../../domain/sync-decision.js";
import { EnterpriseAccountType } from "../accounts/enterprise-account.type.js";
import { AuthenticationStatusEnum, SyncReasonEnum } from "../enums.js";
import { EnterpriseNameScalar } from "../scalars/enterprise-name.scalar.js";

@ObjectType("SyncCount", {
  description: "How many members share a reason and had a status.",
  simpleResolvers: true,
})
export class SyncCountType implements SyncCount {
  @Field(() => SyncReasonEnum, { description: "Why they are synchronized, or are not." })
  reason!: SyncReason;

  @Field(() => AuthenticationStatusEnum, { description: "Their status before." })
  statusBefore!: AuthenticationStatus;

  @Field(() => Int, { description: "How many they are." })
  count!: number;
}

/** A view of the application's AuthenticationPreview. */
@ObjectType("AuthenticationPreview", {
  description:
    "What a first authentication would do. All of it describes one state of the group: where that has changed before a part is read, the answer is an error with the code PREVIEW_STALE.",
  simpleResolvers: true,
})
export class AuthenticationPreviewType implements Partial<AuthenticationPreview> {
  @Field(() => EnterpriseAccountType, { description: "The account, as it is now." })
  account!: EnterpriseAccount;

  @Field(() => EnterpriseNameScalar, { description: "Its name now." })
  nameBefore!: EnterpriseName;

  @Field(() => EnterpriseNameScalar, { description: "The name it would be authenticated under." })
  nameAfter!: EnterpriseName;
}
