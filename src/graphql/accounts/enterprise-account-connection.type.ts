import { Field, ObjectType } from "type-graphql";
import type { EnterpriseAccount } from "../../domain/enterprise-account.js";
import { PageInfoType } from "../connections/page-info.type.js";
import { EnterpriseAccountType } from "./enterprise-account.type.js";

@ObjectType("EnterpriseAccountEdge", { description: "An account in a connection.", simpleResolvers: true })
export class EnterpriseAccountEdgeType {
  @Field(() => String, { description: "Where the account lies in this connection, for `after` and `before`." })
  cursor!: string;

  @Field(() => EnterpriseAccountType, { description: "The account." })
  node!: EnterpriseAccount;
}

@ObjectType("EnterpriseAccountConnection", { description: "A page of accounts.", simpleResolvers: true })
export class EnterpriseAccountConnectionType {
  @Field(() => [EnterpriseAccountEdgeType], { description: "The accounts of this page, with their cursors." })
  edges!: readonly EnterpriseAccountEdgeType[];

  @Field(() => [EnterpriseAccountType], { description: "The accounts of this page." })
  nodes!: readonly EnterpriseAccount[];

  @Field(() => PageInfoType, { description: "Where this page lies." })
  pageInfo!: PageInfoType;
}
