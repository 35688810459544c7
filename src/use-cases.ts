import type { Access } from "./application/access.js";
import { BrowseAccounts } from "./application/browse-accounts.js";
import { CommitAuthentication } from "./application/commit-authentication.js";
import type { Environment } from "./application/environment.js";
import { ExportGroup } from "./application/export-group.js";
import { ForgetIdempotencyKeys } from "./application/forget-idempotency-keys.js";
import { ImportAccounts } from "./application/import-accounts.js";
import { PreviewAuthentication } from "./application/preview-authentication.js";
import { RegisterMasterAccount } from "./application/register-master-account.js";
import { RegisterMemberAccount } from "./application/register-member-account.js";
import { RegisterMemberAccounts } from "./application/register-member-accounts.js";
import { RenameEnterpriseAccount } from "./application/rename-enterprise-account.js";

export type UseCases = ReturnType<typeof useCasesOn>;

/** All that can be done on behalf of one caller. */
export function useCasesOn(access: Access, environment: Environment) {
  return {
    browse: new BrowseAccounts(access),
    preview: new PreviewAuthentication(access, environment),
    commit: new CommitAuthentication(access, environment),
    registerMaster: new RegisterMasterAccount(access, environment),
    registerMember: new RegisterMemberAccount(access, environment),
    registerMembers: new RegisterMemberAccounts(access, environment),
    rename: new RenameEnterpriseAccount(access),
    importAccounts: new ImportAccounts(access, environment),
    forgetKeys: new ForgetIdempotencyKeys(access, environment),
    exportGroup: new ExportGroup(access),
  };
}
