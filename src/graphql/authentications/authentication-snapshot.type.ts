import { Field, ObjectType } from "type-graphql";
import type { AuthenticationSnapshot } from "../../domain/authentication-snapshot.js";
import type { Certificate } from "../../domain/certificate.js";
import type { EnterpriseName } from "../../domain/enterprise-name.js";
import { NodeType } from "../node.type.js";
import { DateTimeScalar } from "../scalars/date-time.scalar.js";
import { EnterpriseNameScalar } from "../scalars/enterprise-name.scalar.js";
import { CertificateObjectType } from "./certificate.type.js";

/** A view of the domain's AuthenticationSnapshot. */
@ObjectType("AuthenticationSnapshot", {
  description: "The immutable record of one authentication.",
  implements: NodeType,
  simpleResolvers: true,
})
export class AuthenticationSnapshotType extends NodeType implements Partial<AuthenticationSnapshot> {
  @Field(() => EnterpriseNameScalar, { description: "The name it was made under." })
  enterpriseName!: EnterpriseName;

  @Field(() => CertificateObjectType, { description: "The certificate it was made with." })
  certificate!: Certificate;

  @Field(() => DateTimeScalar, { description: "When it came in force." })
  authenticatedAt!: Date;
}
