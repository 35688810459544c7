import { AuthenticationRecord } from "../domain/authentication-record.js";
import { AuthenticationSnapshot } from "../domain/authentication-snapshot.js";
import type { Certificate } from "../domain/certificate.js";
import type { EnterpriseAccount } from "../domain/enterprise-account.js";
import { Synchronization } from "../domain/synchronization.js";
import type { Access } from "./access.js";
import { AuthenticationPreview } from "./authentication-preview.js";
import type { AuthenticationRequest } from "./authentication-request.js";
import type { Environment } from "./environment.js";
import { once } from "./idempotency-key.js";
import { PreviewToken } from "./preview-token.js";
import { AccountNotFound, AlreadyAuthenticated, type IdempotencyKeyReused, PreviewStale } from "./refusals.js";
import type { LockedGroup, WriteStores } from "./stores.js";

export interface CommitAuthenticationCommand extends AuthenticationRequest {
  readonly certificate: Certificate;
  /** Commit only what this preview showed. */
  readonly previewToken: PreviewToken | null;
  readonly idempotencyKey: string | null;
}

/** An account is authenticated, and its members are synchronized. */
export class AuthenticationCommitted {
  readonly kind = "AuthenticationCommitted";

  constructor(
    readonly account: EnterpriseAccount,
    readonly snapshot: AuthenticationSnapshot,
    /** Null where the account has no members to decide on. */
    readonly synchronization: Synchronization | null,
    readonly replayed: boolean,
  ) {}
}

export type CommitAuthenticationResult =
  | AuthenticationCommitted
  | AccountNotFound
  | AlreadyAuthenticated
  | PreviewStale
  | IdempotencyKeyReused;

/** Puts an account's first authentication in force, and carries a master's to the members it reaches. */
export class CommitAuthentication {
  constructor(
    private readonly access: Access,
    private readonly environment: Environment,
  ) {}

  execute(command: CommitAuthenticationCommand): Promise<CommitAuthenticationResult> {
    const { accountId, enterpriseName, certificate, previewToken, idempotencyKey } = command;
    const snapshotId = this.environment.newId();
    const content = ["commitAuthentication", accountId, enterpriseName.value, certificate, previewToken];
    return this.access.write("authentication:commit", (stores) =>
      once<CommitAuthenticationResult>(
        stores.idempotencyKeys,
        this.environment,
        { key: idempotencyKey, content, resultIds: [snapshotId] },
        { first: () => this.commit(stores, command, snapshotId), again: (ids) => repeat(stores, command, ids) },
      ),
    );
  }

  private async commit(stores: WriteStores, command: CommitAuthenticationCommand, snapshotId: string) {
    const group = await stores.accounts.lockGroupOf(command.accountId);
    const account = await stores.accounts.find(command.accountId);
    if (group === null || account === null) return new AccountNotFound(command.accountId);
    if (account.isAuthenticated) return new AlreadyAuthenticated(account);

    const current = PreviewToken.issue(group.revision - 1, command, this.environment.digest);
    if (command.previewToken?.allows(current) === false) {
      return new PreviewStale(new AuthenticationPreview(account, command, current));
    }

    const snapshot = AuthenticationSnapshot.of({
      ...command,
      id: snapshotId,
      groupId: group.id,
      authenticatedAt: this.environment.now(),
    });
    return this.putInForce(stores, group, account, snapshot);
  }

  private async putInForce(
    { accounts, authentications }: WriteStores,
    { revision, hasMembers }: LockedGroup,
    account: EnterpriseAccount,
    snapshot: AuthenticationSnapshot,
  ) {
    const authenticated = account.authenticate(snapshot, revision);
    await authentications.addSnapshot(snapshot);
    await accounts.change(authenticated);
    await authentications.addToHistory(AuthenticationRecord.own(snapshot, revision));
    if (account.role === "MEMBER" || !hasMembers) {
      return new AuthenticationCommitted(authenticated, snapshot, null, false);
    }

    const nameBefore = account.enterpriseName;
    const synchronization = Synchronization.of({ id: this.environment.newId(), revision, nameBefore, snapshot });
    await authentications.addSynchronization(synchronization);
    return new AuthenticationCommitted(authenticated, snapshot, synchronization, false);
  }
}

/** The answer of an earlier commit, from what it wrote. */
async function repeat(
  { accounts, authentications }: WriteStores,
  { accountId }: AuthenticationRequest,
  ids: readonly string[],
) {
  const account = await accounts.find(accountId);
  const [snapshot] = await authentications.findSnapshots(ids);
  if (account === null || snapshot === undefined) return new AccountNotFound(accountId);
  const [synchronization] = await authentications.findSynchronizationsOf([snapshot]);
  return new AuthenticationCommitted(account, snapshot, synchronization ?? null, true);
}
