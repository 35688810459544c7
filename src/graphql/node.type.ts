import { Field, ID, InterfaceType } from "type-graphql";
import type { Thing } from "../application/browse-accounts.js";
import { AuthenticationSnapshot } from "../domain/authentication-snapshot.js";
import { EnterpriseAccount } from "../domain/enterprise-account.js";
import { Synchronization } from "../domain/synchronization.js";

const TYPE_NAMES = new Map<unknown, string>([
  [EnterpriseAccount, "EnterpriseAccount"],
  [AuthenticationSnapshot, "AuthenticationSnapshot"],
  [Synchronization, "Synchronization"],
]);

@InterfaceType("Node", {
  description: "Something with an id of its own, to be found again with `node`.",
  resolveType: (node: Thing) => TYPE_NAMES.get(node.constructor) as string,
})
export abstract class NodeType {
  @Field(() => ID, { description: "Opaque and stable; never parsed by clients." })
  id!: string;
}
