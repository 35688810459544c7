import { EnterpriseAccount } from "../domain/enterprise-account.js";
import type { EnterpriseName } from "../domain/enterprise-name.js";
import type { Access } from "./access.js";
import { MasterAccountRegistered, registeredBefore } from "./account-registered.js";
import type { Environment } from "./environment.js";
import { given, once } from "./idempotency-key.js";
import type { IdempotencyKeyReused } from "./refusals.js";

export interface RegisterMasterAccountCommand {
  readonly enterpriseName: EnterpriseName;
  readonly reference?: string | null;
  readonly idempotencyKey: string | null;
}

export type RegisterMasterAccountResult = MasterAccountRegistered | IdempotencyKeyReused;

/** Registers an account that others can be members of: a group of its own. */
export class RegisterMasterAccount {
  constructor(
    private readonly access: Access,
    private readonly environment: Environment,
  ) {}

  execute(command: RegisterMasterAccountCommand): Promise<RegisterMasterAccountResult> {
    const { enterpriseName, reference = null, idempotencyKey } = command;
    const { newId, now } = this.environment;
    const account = EnterpriseAccount.registerMaster({ id: newId(), reference, enterpriseName, createdAt: now() });
    const content = ["registerMasterAccount", enterpriseName.value, ...given(reference)];
    return this.access.write("accounts:write", ({ accounts, idempotencyKeys }) =>
      once<RegisterMasterAccountResult>(
        idempotencyKeys,
        this.environment,
        { key: idempotencyKey, content, resultIds: [account.id] },
        {
          first: async () => {
            await accounts.add([account]);
            return new MasterAccountRegistered(account, false);
          },
          again: async (ids) => {
            const [earlier] = await registeredBefore(accounts, ids);
            if (earlier === undefined) throw new Error("An idempotency key stands for an account that does not exist.");
            return new MasterAccountRegistered(earlier, true);
          },
        },
      ),
    );
  }
}
