import { EnterpriseAccount } from "../domain/enterprise-account.js";
import type { EnterpriseName } from "../domain/enterprise-name.js";
import type { Access } from "./access.js";
import { MemberAccountRegistered, registeredBefore } from "./account-registered.js";
import type { Environment } from "./environment.js";
import { given, once } from "./idempotency-key.js";
import { lockMaster } from "./lock-master.js";
import {
  AccountNotFound,
  type IdempotencyKeyReused,
  type NotAMasterAccount,
  ReferenceTaken,
  Refusal,
} from "./refusals.js";
import type { EnterpriseAccounts, WriteStores } from "./stores.js";

export interface RegisterMemberAccountCommand {
  readonly masterId: string;
  readonly enterpriseName: EnterpriseName;
  readonly reference?: string | null;
  readonly idempotencyKey: string | null;
}

export type RegisterMemberAccountResult =
  | MemberAccountRegistered
  | AccountNotFound
  | NotAMasterAccount
  | ReferenceTaken
  | IdempotencyKeyReused;

/** Registers a member of a master. Joining exchanges no information: no commit before it reaches the member. */
export class RegisterMemberAccount {
  constructor(
    private readonly access: Access,
    private readonly environment: Environment,
  ) {}

  execute(command: RegisterMemberAccountCommand): Promise<RegisterMemberAccountResult> {
    const { masterId, enterpriseName, reference = null, idempotencyKey } = command;
    const memberId = this.environment.newId();
    const content = ["registerMemberAccount", masterId, enterpriseName.value, ...given(reference)];
    return this.access.write("accounts:write", (stores) =>
      once<RegisterMemberAccountResult>(
        stores.idempotencyKeys,
        this.environment,
        { key: idempotencyKey, content, resultIds: [memberId] },
        {
          first: () => this.register(stores, command, memberId),
          again: async (ids) => {
            const [earlier] = await registeredBefore(stores.accounts, ids);
            return earlier ? new MemberAccountRegistered(earlier, true) : new AccountNotFound(masterId);
          },
        },
      ),
    );
  }

  private async register({ accounts }: WriteStores, command: RegisterMemberAccountCommand, id: string) {
    const { masterId, enterpriseName, reference = null } = command;
    const group = await lockMaster(accounts, masterId);
    if (group instanceof Refusal) return group;

    const bearer = reference === null ? null : await bearerOf(accounts, group.id, reference);
    if (reference !== null && bearer !== null) return new ReferenceTaken(reference, bearer);

    const member = EnterpriseAccount.registerMember({
      id,
      groupId: group.id,
      reference,
      enterpriseName,
      revision: group.revision,
      createdAt: this.environment.now(),
    });
    await accounts.add([member]);
    return new MemberAccountRegistered(member, false);
  }
}

async function bearerOf(accounts: EnterpriseAccounts, groupId: string, reference: string) {
  const [id] = await accounts.bearersOf([{ groupId, reference }]);
  return id ? accounts.find(id) : null;
}
