import "reflect-metadata";
import type { AddressInfo } from "node:net";
import { ApolloServer } from "@apollo/server";
import { expressMiddleware } from "@as-integrations/express5";
import express from "express";
import {
  Arg,
  buildSchema,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import { DataSource, Not } from "typeorm";
import { AccountEntity, CurrentAccountEntity, ENTITIES } from "../database/entities.js";
import { listensAt, POOL_SIZE, settings } from "./listening.js";
import { inOrder, Rule, type SyncCount, statusOf } from "./rule.js";

/*
 * As tutorials of these libraries have it: entities that are GraphQL types too, found with their relations, and the rule in
 * JavaScript over the members that were loaded.
 */

const { databaseUrl } = settings();
const dataSource = await new DataSource({
  type: "postgres",
  url: databaseUrl,
  entities: ENTITIES,
  logging: false,
  installExtensions: false,
  poolSize: POOL_SIZE,
}).initialize();

@ObjectType()
class PageInfo {
  @Field(() => Boolean) hasNextPage!: boolean;
}

@ObjectType()
class EnterpriseAccountConnection {
  @Field(() => [CurrentAccountEntity]) nodes!: CurrentAccountEntity[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
}

@ObjectType("SyncCount")
class SyncCountType {
  @Field(() => String) reason!: string;
  @Field(() => String) statusBefore!: string;
  @Field(() => Int) count!: number;
}

@ObjectType("SyncDecision")
class SyncDecisionType {
  @Field(() => Boolean) synchronized!: boolean;
  @Field(() => String) reason!: string;
  @Field(() => String) effect!: string;
  @Field(() => Int, { nullable: true }) tableCase!: number | null;
}

@ObjectType()
class MemberDecision {
  @Field(() => AccountEntity) member!: AccountEntity;
  @Field(() => String) nameBefore!: string;
  @Field(() => String) statusBefore!: string;
  @Field(() => SyncDecisionType) decision!: SyncDecisionType;
}

@ObjectType()
class MemberDecisionConnection {
  @Field(() => [MemberDecision]) nodes!: MemberDecision[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
}

@ObjectType()
class AuthenticationPreview {
  @Field(() => String) nameBefore!: string;
  @Field(() => String) nameAfter!: string;
  @Field(() => Int) memberCount!: number;
  @Field(() => Int) synchronizedCount!: number;
  @Field(() => [SyncCountType]) breakdown!: SyncCountType[];
  decided!: MemberDecision[];
}

@InputType()
class PreviewAuthenticationInput {
  @Field(() => ID) accountId!: string;
  @Field(() => String) enterpriseName!: string;
}

@Resolver(() => CurrentAccountEntity)
class EnterpriseAccountResolver {
  @Query(() => CurrentAccountEntity, { nullable: true })
  enterpriseAccount(@Arg("id", () => ID) id: string): Promise<CurrentAccountEntity | null> {
    return dataSource.manager.findOne(CurrentAccountEntity, { where: { id }, relations: { authentication: true } });
  }

  @FieldResolver(() => EnterpriseAccountConnection)
  async members(
    @Root() { id }: CurrentAccountEntity,
    @Arg("first", () => Int) first: number,
  ): Promise<EnterpriseAccountConnection> {
    const found = await dataSource.manager.find(CurrentAccountEntity, {
      where: { groupId: id, id: Not(id) },
      relations: { authentication: true },
      order: { id: "ASC" },
      take: first + 1,
    });
    return { nodes: found.slice(0, first), pageInfo: { hasNextPage: found.length > first } };
  }
}

@Resolver(() => AuthenticationPreview)
class PreviewResolver {
  @Query(() => AuthenticationPreview, { nullable: true })
  async previewAuthentication(
    @Arg("input", () => PreviewAuthenticationInput) { accountId, enterpriseName }: PreviewAuthenticationInput,
  ): Promise<AuthenticationPreview | null> {
    const { manager } = dataSource;
    const master = await manager.findOne(AccountEntity, { where: { id: accountId, groupId: accountId } });
    if (master === null) return null;
    const members = await manager.find(AccountEntity, {
      where: { groupId: accountId, id: Not(accountId) },
      relations: { snapshot: true },
      order: { id: "ASC" },
    });
    const rule = Rule.between(master.nameKey, enterpriseName);
    const decided = members.map((member) => decisionOn(member, rule));
    return {
      nameBefore: master.enterpriseName,
      nameAfter: enterpriseName,
      memberCount: decided.length,
      synchronizedCount: decided.filter(({ decision }) => decision.synchronized).length,
      breakdown: breakdownOf(decided),
      decided,
    };
  }

  @FieldResolver(() => MemberDecisionConnection)
  members(
    @Root() { decided }: AuthenticationPreview,
    @Arg("first", () => Int) first: number,
  ): MemberDecisionConnection {
    return { nodes: decided.slice(0, first), pageInfo: { hasNextPage: decided.length > first } };
  }
}

function decisionOn(member: AccountEntity, rule: Rule): MemberDecision {
  const authenticated = Boolean(member.snapshot);
  return {
    member,
    nameBefore: member.enterpriseName,
    statusBefore: statusOf(authenticated),
    decision: rule.decide({ nameKey: member.nameKey, authenticated }),
  };
}

function breakdownOf(decided: readonly MemberDecision[]): SyncCount[] {
  const counts = new Map<string, SyncCount>();
  for (const { statusBefore, decision } of decided) {
    const key = `${decision.reason} ${statusBefore}`;
    counts.set(key, { reason: decision.reason, statusBefore, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return inOrder([...counts.values()]);
}

const apollo = new ApolloServer({
  schema: await buildSchema({ resolvers: [EnterpriseAccountResolver, PreviewResolver], validate: false }),
});
await apollo.start();
const app = express();
app.use("/graphql", express.json(), expressMiddleware(apollo));
const server = app.listen(0, "127.0.0.1", () => listensAt((server.address() as AddressInfo).port));
