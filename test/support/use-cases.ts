import { BrowseAccounts } from "../../src/application/browse-accounts.js";
import { CommitAuthentication } from "../../src/application/commit-authentication.js";
import type { Environment } from "../../src/application/environment.js";
import { PreviewAuthentication } from "../../src/application/preview-authentication.js";
import { RegisterMasterAccount } from "../../src/application/register-master-account.js";
import { RegisterMemberAccount } from "../../src/application/register-member-account.js";
import { RegisterMemberAccounts } from "../../src/application/register-member-accounts.js";
import { RenameEnterpriseAccount } from "../../src/application/rename-enterprise-account.js";
import type { UnitOfWork } from "../../src/application/unit-of-work.js";

export type UseCases = ReturnType<typeof useCasesOn>;

/** Every use case that needs a unit of work, on one. */
export function useCasesOn(unitOfWork: UnitOfWork, environment: Environment) {
  return {
    browse: new BrowseAccounts(unitOfWork),
    preview: new PreviewAuthentication(unitOfWork, environment),
    commit: new CommitAuthentication(unitOfWork, environment),
    registerMaster: new RegisterMasterAccount(unitOfWork, environment),
    registerMember: new RegisterMemberAccount(unitOfWork, environment),
    registerMembers: new RegisterMemberAccounts(unitOfWork, environment),
    rename: new RenameEnterpriseAccount(unitOfWork),
  };
}
