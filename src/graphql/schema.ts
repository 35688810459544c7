import "reflect-metadata";
import type { GraphQLObjectType, GraphQLSchema } from "graphql";
import { buildSchemaSync, type NonEmptyArray } from "type-graphql";
import { EnterpriseAccountResolver } from "./accounts/enterprise-account.resolver.js";
import { RegisterAccountResolver } from "./accounts/register-account.resolver.js";
import { RenameEnterpriseAccountResolver } from "./accounts/rename-enterprise-account.resolver.js";
import { AuthenticationHistoryEdgeResolver } from "./authentications/authentication-history-edge.resolver.js";
import { AuthenticationPreviewResolver } from "./authentications/authentication-preview.resolver.js";
import { AuthenticationSnapshotResolver } from "./authentications/authentication-snapshot.resolver.js";
import { CertificateResolver } from "./authentications/certificate.resolver.js";
import { CommitAuthenticationResolver } from "./authentications/commit-authentication.resolver.js";
import { NodeResolver } from "./node.resolver.js";
import { SyncPolicyResolver } from "./policy/sync-policy.resolver.js";
import { SynchronizationResolver } from "./synchronizations/synchronization.resolver.js";

const RESOLVERS = [
  NodeResolver,
  EnterpriseAccountResolver,
  AuthenticationSnapshotResolver,
  AuthenticationHistoryEdgeResolver,
  CertificateResolver,
  AuthenticationPreviewResolver,
  SynchronizationResolver,
  SyncPolicyResolver,
  RegisterAccountResolver,
  RenameEnterpriseAccountResolver,
  CommitAuthenticationResolver,
] as const;

/** The schema. What its fields take to answer is in the context of the request. */
export function schemaOf(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: RESOLVERS as unknown as NonEmptyArray<new () => object>,
    validate: false,
  });
  describe(schema.getQueryType(), "What can be read. Nothing of it changes anything.");
  describe(
    schema.getMutationType(),
    "What can be changed. Of several in one request, each is done before the next begins.",
  );
  return schema;
}

/** The root types are made of resolvers, which have no place for it. */
function describe(type: GraphQLObjectType | null | undefined, description: string): void {
  if (type) type.description = description;
}
