// Before the first decorator runs.
import "reflect-metadata";
import type { FastifyInstance } from "fastify";
import type { Logger } from "pino";
import type { DataSource } from "typeorm";
import { BrowseAccounts } from "./application/browse-accounts.js";
import { CommitAuthentication } from "./application/commit-authentication.js";
import { ConsultPolicy } from "./application/consult-policy.js";
import type { Environment } from "./application/environment.js";
import { PreviewAuthentication } from "./application/preview-authentication.js";
import { RegisterMasterAccount } from "./application/register-master-account.js";
import { RegisterMemberAccount } from "./application/register-member-account.js";
import { RegisterMemberAccounts } from "./application/register-member-accounts.js";
import { RenameEnterpriseAccount } from "./application/rename-enterprise-account.js";
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

export interface CompositionOptions {
  readonly environment?: Environment;
  readonly preparedStatements?: boolean;
}

/** Makes the service of its parts: every `new` stands here. The data source is connected, the server does not listen yet. */
export function compose(
  dataSource: DataSource,
  logger: Logger,
  { environment = systemEnvironment, preparedStatements = true }: CompositionOptions = {},
): Promise<FastifyInstance> {
  const unitOfWork = new TypeormUnitOfWork(dataSource, { preparedStatements });
  const browse = new BrowseAccounts(unitOfWork);
  const preview = new PreviewAuthentication(unitOfWork, environment);
  const commit = new CommitAuthentication(unitOfWork, environment);
  const registerMaster = new RegisterMasterAccount(unitOfWork, environment);
  const registerMember = new RegisterMemberAccount(unitOfWork, environment);
  const registerMembers = new RegisterMemberAccounts(unitOfWork, environment);
  const rename = new RenameEnterpriseAccount(unitOfWork);

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
  });
}
