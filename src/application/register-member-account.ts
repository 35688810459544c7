import { EnterpriseAccount } from "../domain/enterprise-account.js";
import type { EnterpriseName } from "../domain/enterprise-name.js";
import { MemberAccountRegistered, registeredBefore } from "./account-registered.js";
import type { Environment } from "./environment.js";
import { once } from "./idempotency-key.js";
import { AccountNotFound, type IdempotencyKeyReused, NotAMasterAccount } from "./refusals.js";
import type { WriteStores } from "./stores.js";
import type { UnitOfWork } from "./unit-of-work.js";

export interface RegisterMemberAccountCommand {
  readonly masterId: string;
  readonly enterpriseName: EnterpriseName;
  readonly idempotencyKey: string | null;
}

export type RegisterMemberAccountResult =
  | MemberAccountRegistered
  | AccountNotFound
  | NotAMasterAccount
  | IdempotencyKeyReused;

/** Registers a member of a master. Joining exchanges no information: no commit before it reaches the member. */
export class RegisterMemberAccount {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly environment: Environment,
  ) {}

  execute(command: RegisterMemberAccountCommand): Promise<RegisterMemberAccountResult> {
    const { masterId, enterpriseName, idempotencyKey } = command;
    const memberId = this.environment.newId();
    const content = ["registerMemberAccount", masterId, enterpriseName.value];
    return this.unitOfWork.write((stores) =>
      once<RegisterMemberAccountResult>(
        stores.idempotencyKeys,
        this.environment,
        { key: idempotencyKey, content, resultId: memberId },
        {
          first: () => this.register(stores, command, memberId),
          again: async (id) => new MemberAccountRegistered(await registeredBefore(stores.accounts, id), true),
        },
      ),
    );
  }

  private async register({ accounts }: WriteStores, command: RegisterMemberAccountCommand, id: string) {
    const { masterId, enterpriseName } = command;
    const group = await accounts.lockGroupOf(masterId);
    if (group === null) return new AccountNotFound(masterId);
    if (group.id !== masterId) return new NotAMasterAccount(masterId);

    const { revision } = group;
    const createdAt = this.environment.now();
    const member = EnterpriseAccount.registerMember({ id, groupId: group.id, enterpriseName, revision, createdAt });
    await accounts.add(member);
    return new MemberAccountRegistered(member, false);
  }
}
