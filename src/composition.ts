// Before the first decorator runs.
import "reflect-metadata";
import type { FastifyInstance } from "fastify";
import type { Logger } from "pino";
import type { DataSource } from "typeorm";
import { ConsultPolicy } from "./application/consult-policy.js";
import type { Environment } from "./application/environment.js";
import { EnterpriseAccountResolver } from "./graphql/accounts/enterprise-account.resolver.js";
import { RegisterAccountResolver } from "./graphql/accounts/register-account.resolver.js";
import { RenameEnterpriseAccountResolver } from "./graphql/accounts/rename-enterprise-account.resolver.js";
import { AuthenticationPreviewResolver } from "./graphql/authentications/authentication-preview.resolver.js";
import { AuthenticationSnapshotResolver } from "./graphql/authentications/authentication-snapshot.resolver.js";
import { CommitAuthenticationResolver } from "./graphql/authentications/commit-authentication.resolver.js";
import { Loaders } from "./graphql/loaders.js";
import { NodeResolver } from "./graphql/node.resolver.js";
import { SyncPolicyResolver } from "./graphql/policy/sync-policy.resolver.js";
import { schemaOf } from "./graphql/schema.js";
import { createServer } from "./graphql/server.js";
import { SynchronizationResolver } from "./graphql/synchronizations/synchronization.resolver.js";
import { systemEnvironment } from "./infrastructure/environment.js";
import { reportTo } from "./infrastructure/report-error.js";
import { TypeormUnitOfWork } from "./infrastructure/storage/typeorm-unit-of-work.js";
import { useCasesOn } from "./use-cases.js";

export interface CompositionOptions {
  readonly environment?: Environment;
  readonly preparedStatements?: boolean;
  /** The folder of the built pages; without it, none are served. */
  readonly pages?: string | null;
}

/** Makes the service of its parts: every `new` stands here and in use-cases.ts. The data source is connected, the server does not listen yet. */
export function compose(
  dataSource: DataSource,
  logger: Logger,
  { environment = systemEnvironment, preparedStatements = true, pages = null }: CompositionOptions = {},
): Promise<FastifyInstance> {
  const unitOfWork = new TypeormUnitOfWork(dataSource, { preparedStatements });
  const { browse, preview, commit, registerMaster, registerMember, registerMembers, rename } = useCasesOn(
    unitOfWork,
    environment,
  );

  const schema = schemaOf([
    new NodeResolver(browse),
    new EnterpriseAccountResolver(browse),
    new AuthenticationSnapshotResolver(),
    new AuthenticationPreviewResolver(preview),
    new SynchronizationResolver(browse),
    new SyncPolicyResolver(new ConsultPolicy()),
    new RegisterAccountResolver(registerMaster, registerMember, registerMembers),
    new RenameEnterpriseAccountResolver(rename),
    new CommitAuthenticationResolver(commit),
  ]);
  return createServer({
    schema,
    newContext: () => ({ loaders: new Loaders(browse, preview) }),
    logger,
    report: reportTo(logger),
    pages,
  });
}
