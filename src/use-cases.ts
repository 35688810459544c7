import { BrowseAccounts } from "./application/browse-accounts.js";
import { CommitAuthentication } from "./application/commit-authentication.js";
import type { Environment } from "./application/environment.js";
import { ExportGroup } from "./application/export-group.js";
import { ImportAccounts } from "./application/import-accounts.js";
import { PreviewAuthentication } from "./application/preview-authentication.js";
import { RegisterMasterAccount } from "./application/register-master-account.js";
import { RegisterMemberAccount } from "./application/register-member-account.js";
import { RegisterMemberAccounts } from "./application/register-member-accounts.js";
import { RenameEnterpriseAccount } from "./application/rename-enterprise-account.js";
import type { UnitOfWork } from "./application/unit-of-work.js";

export type UseCases = ReturnType<typeof useCasesOn>;

/** All that can be done, for the API and for the command line. */
export function useCasesOn(unitOfWork: UnitOfWork, environment: Environment) {
  return {
    browse: new BrowseAccounts(unitOfWork),
    preview: new PreviewAuthentication(unitOfWork, environment),
    commit: new CommitAuthentication(unitOfWork, environment),
    registerMaster: new RegisterMasterAccount(unitOfWork, environment),
    registerMember: new RegisterMemberAccount(unitOfWork, environment),
    registerMembers: new RegisterMemberAccounts(unitOfWork, environment),
    rename: new RenameEnterpriseAccount(unitOfWork),
    importAccounts: new ImportAccounts(unitOfWork, environment),
    exportGroup: new ExportGroup(unitOfWork),
  };
}
