import { accountReference } from "../domain/account-reference.js";
import { DomainError } from "../domain/domain-error.js";
import { EnterpriseAccount } from "../domain/enterprise-account.js";
import { EnterpriseName } from "../domain/enterprise-name.js";
import type { Access } from "./access.js";
import { MemberAccountsRegistered, registeredBefore } from "./account-registered.js";
import type { Environment } from "./environment.js";
import { once } from "./idempotency-key.js";
import { lockMaster } from "./lock-master.js";
import {
  AccountNotFound,
  type IdempotencyKeyReused,
  type MemberRefusalReason,
  MembersRefused,
  type NotAMasterAccount,
  Refusal,
  type RefusedMember,
  referenceTaken,
} from "./refusals.js";
import type { EnterpriseAccounts, WriteStores } from "./stores.js";

/** A member as it was given: it may be none. */
export interface NewMember {
  readonly enterpriseName: string;
  readonly reference: string | null;
}

export interface RegisterMemberAccountsCommand {
  readonly masterId: string;
  readonly members: readonly NewMember[];
  readonly idempotencyKey: string | null;
}

export type RegisterMemberAccountsResult =
  | MemberAccountsRegistered
  | AccountNotFound
  | NotAMasterAccount
  | MembersRefused
  | IdempotencyKeyReused;

/** Registers members of a master, all of them or none, as one change of the group. */
export class RegisterMemberAccounts {
  constructor(
    private readonly access: Access,
    private readonly environment: Environment,
  ) {}

  execute(command: RegisterMemberAccountsCommand): Promise<RegisterMemberAccountsResult> {
    const { masterId, members, idempotencyKey } = command;
    const resultIds = members.map(() => this.environment.newId());
    const content = [
      "registerMemberAccounts",
      masterId,
      members.map(({ enterpriseName, reference }) => [enterpriseName, reference]),
    ];
    return this.access.write("accounts:write", (stores) =>
      once<RegisterMemberAccountsResult>(
        stores.idempotencyKeys,
        this.environment,
        { key: idempotencyKey, content, resultIds },
        {
          first: () => this.register(stores, command, resultIds),
          again: async (ids) => {
            const earlier = await registeredBefore(stores.accounts, ids);
            return earlier.length > 0 ? new MemberAccountsRegistered(earlier, true) : new AccountNotFound(masterId);
          },
        },
      ),
    );
  }

  private async register(
    { accounts }: WriteStores,
    { masterId, members }: RegisterMemberAccountsCommand,
    ids: readonly string[],
  ) {
    const group = await lockMaster(accounts, masterId);
    if (group instanceof Refusal) return group;

    const drafts = members.map(draft);
    const problems = [...drafts.flatMap(({ problems }) => problems), ...(await takenIn(group.id, drafts, accounts))];
    if (problems.length > 0) return new MembersRefused(problems.toSorted((one, other) => one.index - other.index));

    const createdAt = this.environment.now();
    const registered = drafts.map(({ enterpriseName, reference }, index) =>
      EnterpriseAccount.registerMember({
        id: ids[index] as string,
        groupId: group.id,
        reference,
        enterpriseName: enterpriseName as EnterpriseName,
        revision: group.revision,
        createdAt,
      }),
    );
    await accounts.add(registered);
    return new MemberAccountsRegistered(registered, false);
  }
}

type Draft = ReturnType<typeof draft>;

/** What can be made of a member as it was given, and what cannot. */
function draft({ enterpriseName, reference }: NewMember, index: number) {
  const problems: RefusedMember[] = [];
  const parsed = <T>(parse: () => T): T | null => {
    try {
      return parse();
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      problems.push({ index, reason: error.code as MemberRefusalReason, message: error.message });
      return null;
    }
  };
  return {
    index,
    enterpriseName: parsed(() => EnterpriseName.of(enterpriseName)),
    reference: reference === null ? null : parsed(() => accountReference(reference)),
    problems,
  };
}

/** References that another account of the group bears, or an earlier one of these members. */
async function takenIn(groupId: string, drafts: readonly Draft[], accounts: EnterpriseAccounts) {
  const referenced = drafts.flatMap(({ index, reference }) => (reference === null ? [] : [{ index, reference }]));
  if (referenced.length === 0) return [];
  const bearers = await accounts.bearersOf(referenced.map(({ reference }) => ({ groupId, reference })));
  const seen = new Set<string>();
  return referenced.flatMap(({ index, reference }, place): RefusedMember[] => {
    const isRepeated = seen.size === seen.add(reference).size;
    if (bearers[place] != null) {
      return [{ index, reason: "REFERENCE_TAKEN", message: referenceTaken(reference) }];
    }
    const message = `An earlier one of these members has the reference "${reference}" too.`;
    return isRepeated ? [{ index, reason: "REFERENCE_REPEATED", message }] : [];
  });
}
