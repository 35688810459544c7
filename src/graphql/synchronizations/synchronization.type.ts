import { Field, ObjectType } from "type-graphql";
import type { EnterpriseName } from "../../domain/enterprise-name.js";
import type { Synchronization } from "../../domain/synchronization.js";
import { NodeType } from "../node.type.js";
import { DateTimeScalar } from "../scalars/date-time.scalar.js";
import { EnterpriseNameScalar } from "../scalars/enterprise-name.scalar.js";

/** A view of the domain's Synchronization. */
@ObjectType("Synchronization", {
  description: "What one commit of a master's authentication carried to its members.",
  implements: NodeType,
  simpleResolvers: true,
})
export class SynchronizationType extends NodeType implements Partial<Synchronization> {
  @Field(() => EnterpriseNameScalar, { description: "The master's name before the authentication." })
  nameBefore!: EnterpriseName;

  @Field(() => EnterpriseNameScalar, { description: "The name the master was authenticated under." })
  nameAfter!: EnterpriseName;

  @Field(() => DateTimeScalar, { description: "When it came in force." })
  committedAt!: Date;
}
