import type { EnterpriseAccount } from "../domain/enterprise-account.js";
import type { EnterpriseName } from "../domain/enterprise-name.js";
import type { Access } from "./access.js";
import { AccountNotFound, EnterpriseNameFixed } from "./refusals.js";

export interface RenameEnterpriseAccountCommand {
  readonly accountId: string;
  readonly enterpriseName: EnterpriseName;
}

export class EnterpriseAccountRenamed {
  readonly kind = "EnterpriseAccountRenamed";

  constructor(readonly account: EnterpriseAccount) {}
}

export type RenameEnterpriseAccountResult = EnterpriseAccountRenamed | AccountNotFound | EnterpriseNameFixed;

/** Gives an account another name, as long as it is not authenticated. */
export class RenameEnterpriseAccount {
  constructor(private readonly access: Access) {}

  execute({ accountId, enterpriseName }: RenameEnterpriseAccountCommand): Promise<RenameEnterpriseAccountResult> {
    return this.access.write("accounts:write", async ({ accounts }) => {
      const group = await accounts.lockGroupOf(accountId);
      const account = await accounts.find(accountId);
      if (group === null || account === null) return new AccountNotFound(accountId);
      if (account.isAuthenticated) return new EnterpriseNameFixed(account);

      const renamed = account.rename(enterpriseName, group.revision);
      await accounts.change(renamed);
      return new EnterpriseAccountRenamed(renamed);
    });
  }
}
