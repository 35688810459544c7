import type { AuthenticationStatus } from "../domain/enterprise-account.js";
import type { MemberDecision } from "../domain/member-decision.js";
import type { SyncReason } from "../domain/sync-decision.js";
import type { Access } from "./access.js";
import { AuthenticationPreview } from "./authentication-preview.js";
import type { AuthenticationRequest } from "./authentication-request.js";
import type { Environment } from "./environment.js";
import { mapPage, type Page, type PageRequest } from "./page.js";
import { PreviewOutdated } from "./preview-outdated.js";
import { PreviewToken } from "./preview-token.js";
import { AccountNotFound, AlreadyAuthenticated } from "./refusals.js";
import type { AtRevision, NameCount, ReadStores } from "./stores.js";

export type PreviewAuthenticationResult = AuthenticationPreview | AccountNotFound | AlreadyAuthenticated;

export interface DecisionFilter {
  readonly synchronized?: boolean | null;
  readonly reason?: SyncReason | null;
}

/** How many members share a reason and had a status. */
export interface SyncCount {
  readonly reason: SyncReason;
  readonly statusBefore: AuthenticationStatus;
  readonly count: number;
}

const REASONS: readonly SyncReason[] = ["SAME_NAME_BEFORE", "SAME_NAME_AFTER", "DIFFERENT_NAME"];
const STATUSES: readonly AuthenticationStatus[] = ["NOT_AUTHENTICATED", "AUTHENTICATED"];

/** Shows what an account's first authentication would do, and does nothing. */
export class PreviewAuthentication {
  constructor(
    private readonly access: Access,
    private readonly environment: Environment,
  ) {}

  execute(request: AuthenticationRequest): Promise<PreviewAuthenticationResult> {
    return this.access.ask("authentication:preview", async ({ accounts }) => {
      const found = await accounts.findAtRevision(request.accountId);
      if (found === null) return new AccountNotFound(request.accountId);
      const { value: account, groupRevision } = found;
      if (account.isAuthenticated) return new AlreadyAuthenticated(account);
      const token = PreviewToken.issue(groupRevision, request, this.environment.digest);
      return new AuthenticationPreview(account, request, token);
    });
  }

  /** Only the combinations that occur: by reason in the order of the rules, then by status. @throws PreviewOutdated */
  async breakdown(preview: AuthenticationPreview): Promise<SyncCount[]> {
    const { account, policy } = preview;
    const counts = await this.readAsPreviewed(preview, ({ accounts }) =>
      accounts.countByOwnName(account.id, policy.nameKeys),
    );
    return inOrder(counts, preview);
  }

  /** @throws PreviewOutdated */
  async members(
    preview: AuthenticationPreview,
    filter: DecisionFilter,
    request: PageRequest,
  ): Promise<Page<MemberDecision>> {
    const { account, policy } = preview;
    const page = await this.readAsPreviewed(preview, ({ accounts }) =>
      accounts.membersByOwnName(account.id, policy.select(filter), request),
    );
    return mapPage(page, (member) => ({ before: member, decision: policy.decide(member), member }));
  }

  /** What one preview shows describes one state of its group, however many reads it takes. */
  private readAsPreviewed<T>(
    { account, token }: AuthenticationPreview,
    work: (stores: ReadStores) => Promise<AtRevision<T>>,
  ): Promise<T> {
    return this.access.ask("authentication:preview", async (stores) => {
      const { groupRevision, value } = await work(stores);
      // A member is read like a group without members, and lies in another.
      const revision = account.role === "MASTER" ? groupRevision : await stores.accounts.revisionOf(account.groupId);
      if (revision !== token.revision) throw new PreviewOutdated();
      return value;
    });
  }
}

function inOrder(counts: readonly NameCount[], { policy }: AuthenticationPreview): SyncCount[] {
  const reasonOf = ({ nameKey }: NameCount) => (nameKey === null ? "DIFFERENT_NAME" : policy.reasonFor(nameKey));
  return REASONS.flatMap((reason) =>
    STATUSES.flatMap((statusBefore) =>
      counts
        .filter((count) => reasonOf(count) === reason && count.status === statusBefore)
        .map(({ count }) => ({ reason, statusBefore, count })),
    ),
  );
}
