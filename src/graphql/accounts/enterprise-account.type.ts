import { Field, ObjectType } from "type-graphql";
import type { AuthenticationSnapshot } from "../../domain/authentication-snapshot.js";
import type {
  AccountRole,
  AuthenticationOrigin,
  AuthenticationStatus,
  EnterpriseAccount,
} from "../../domain/enterprise-account.js";
import type { EnterpriseName } from "../../domain/enterprise-name.js";
import { AuthenticationSnapshotType } from "../authentications/authentication-snapshot.type.js";
import { AccountRoleEnum, AuthenticationOriginEnum, AuthenticationStatusEnum } from "../enums.js";
import { NodeType } from "../node.type.js";
import { DateTimeScalar } from "../scalars/date-time.scalar.js";
import { EnterpriseNameScalar } from "../scalars/enterprise-name.scalar.js";

/** A view of the domain's EnterpriseAccount. */
@ObjectType("EnterpriseAccount", {
  description: "An account of an enterprise: a master, or a member of exactly one master.",
  implements: NodeType,
  simpleResolvers: true,
})
export class EnterpriseAccountType extends NodeType implements Partial<EnterpriseAccount> {
  @Field(() => AccountRoleEnum, { description: "Whether it is a master or a member." })
  role!: AccountRole;

  @Field(() => String, {
    nullable: true,
    description: "The caller's own identifier of it, unique within its group; null where none was given.",
  })
  reference!: string | null;

  @Field(() => EnterpriseNameScalar, {
    description: "Its name now. A synchronized member bears the name that its master was authenticated under.",
  })
  enterpriseName!: EnterpriseName;

  @Field(() => AuthenticationStatusEnum, { description: "Whether an authentication is in force for it." })
  authenticationStatus!: AuthenticationStatus;

  @Field(() => AuthenticationSnapshotType, {
    nullable: true,
    description: "What is in force; null while not authenticated. A synchronized member shares its master's snapshot.",
  })
  authentication!: AuthenticationSnapshot | null;

  @Field(() => AuthenticationOriginEnum, {
    nullable: true,
    description: "How it came by the authentication in force; null while not authenticated.",
  })
  authenticationOrigin!: AuthenticationOrigin | null;

  @Field(() => DateTimeScalar, { description: "When it was registered." })
  createdAt!: Date;
}
