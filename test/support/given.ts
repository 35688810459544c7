import { Access } from "../../src/application/access.js";
import type { Caller } from "../../src/application/caller.js";
import type {
  CommitAuthenticationCommand,
  CommitAuthenticationResult,
} from "../../src/application/commit-authentication.js";
import type { Environment } from "../../src/application/environment.js";
import { Refusal } from "../../src/application/refusals.js";
import type { ReadStores, WriteStores } from "../../src/application/stores.js";
import type { Storage, UnitOfWork } from "../../src/application/unit-of-work.js";
import type { Certificate } from "../../src/domain/certificate.js";
import type { EnterpriseAccount } from "../../src/domain/enterprise-account.js";
import { type UseCases, useCasesOn } from "../../src/use-cases.js";
import { countingEnvironment } from "./counting-environment.js";
import { OPERATOR } from "./operator.js";
import { aCertificate, aName } from "./samples.js";

/** Brings about what a test starts from, by the use cases themselves. What they refuse is a mistake of the test. */
export class Given {
  /** Of somebody who may do everything, as all that it brings about. */
  readonly useCases: UseCases;
  readonly unitOfWork: UnitOfWork;

  constructor(
    readonly storage: Storage,
    readonly environment: Environment = countingEnvironment(),
  ) {
    this.useCases = this.useCasesOf(OPERATOR);
    this.unitOfWork = storage.unitOfWorkOf(OPERATOR);
  }

  useCasesOf(caller: Caller): UseCases {
    return useCasesOn(new Access(this.storage, caller), this.environment);
  }

  async master(name: string, reference: string | null = null): Promise<EnterpriseAccount> {
    const command = { enterpriseName: aName(name), reference, idempotencyKey: null };
    return accepted(await this.useCases.registerMaster.execute(command)).account;
  }

  async member(master: EnterpriseAccount, name: string, reference: string | null = null): Promise<EnterpriseAccount> {
    const command = { masterId: master.id, enterpriseName: aName(name), reference, idempotencyKey: null };
    return accepted(await this.useCases.registerMember.execute(command)).account;
  }

  /** Members in the order of their names. */
  async members<Names extends string[]>(master: EnterpriseAccount, ...names: Names) {
    const members: EnterpriseAccount[] = [];
    for (const name of names) members.push(await this.member(master, name));
    return members as { [Place in keyof Names]: EnterpriseAccount };
  }

  async renamed({ id }: EnterpriseAccount, name: string): Promise<EnterpriseAccount> {
    const command = { accountId: id, enterpriseName: aName(name) };
    return accepted(await this.useCases.rename.execute(command)).account;
  }

  /** A commit that may be refused. */
  commit(
    { id }: Pick<EnterpriseAccount, "id">,
    name: string,
    command: Partial<CommitAuthenticationCommand> = {},
  ): Promise<CommitAuthenticationResult> {
    const request = { accountId: id, enterpriseName: aName(name), certificate: aCertificate() };
    return this.useCases.commit.execute({ ...request, previewToken: null, idempotencyKey: null, ...command });
  }

  async authenticated(account: EnterpriseAccount, name: string, certificate = aCertificate()) {
    return accepted(await this.commit(account, name, { certificate }));
  }

  /** A master with members. */
  async synchronized(master: EnterpriseAccount, name: string, certificate?: Certificate) {
    const { synchronization, ...committed } = await this.authenticated(master, name, certificate);
    if (synchronization === null) throw new Error("Without members there is nothing to synchronize.");
    return { ...committed, synchronization };
  }

  /** Accounts as they are now. */
  current(...accounts: readonly Pick<EnterpriseAccount, "id">[]): Promise<(EnterpriseAccount | null)[]> {
    return this.read(async (stores) => {
      const found: (EnterpriseAccount | null)[] = [];
      for (const { id } of accounts) found.push(await stores.accounts.find(id));
      return found;
    });
  }

  read<T>(work: (stores: ReadStores) => Promise<T>): Promise<T> {
    return this.unitOfWork.read(work);
  }

  write<T>(work: (stores: WriteStores) => Promise<T>): Promise<T> {
    return this.unitOfWork.write(work);
  }
}

function accepted<T>(result: T): Exclude<T, Refusal> {
  if (result instanceof Refusal) throw new Error(`Refused: ${result.message}`);
  return result as Exclude<T, Refusal>;
}
