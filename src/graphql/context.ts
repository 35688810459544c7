import type { BrowseAccounts } from "../application/browse-accounts.js";
import type { Caller } from "../application/caller.js";
import type { CommitAuthentication } from "../application/commit-authentication.js";
import type { PreviewAuthentication } from "../application/preview-authentication.js";
import type { RegisterMasterAccount } from "../application/register-master-account.js";
import type { RegisterMemberAccount } from "../application/register-member-account.js";
import type { RegisterMemberAccounts } from "../application/register-member-accounts.js";
import type { RenameEnterpriseAccount } from "../application/rename-enterprise-account.js";
import type { Loaders } from "./loaders.js";

/** What the API can do, on behalf of the request's caller. */
export interface UseCases {
  readonly browse: BrowseAccounts;
  readonly preview: PreviewAuthentication;
  readonly commit: CommitAuthentication;
  readonly registerMaster: RegisterMasterAccount;
  readonly registerMember: RegisterMemberAccount;
  readonly registerMembers: RegisterMemberAccounts;
  readonly rename: RenameEnterpriseAccount;
}

/** What belongs to one request. */
export interface Context {
  readonly caller: Caller;
  readonly useCases: UseCases;
  readonly loaders: Loaders;
}
