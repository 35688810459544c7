import type { DataSource } from "typeorm";
import { Access } from "../../../src/application/access.js";
import { Caller } from "../../../src/application/caller.js";
import type { Environment } from "../../../src/application/environment.js";
import { EnterpriseName } from "../../../src/domain/enterprise-name.js";
import { COMMAND_BOUNDS } from "../../../src/infrastructure/storage/bounds.js";
import { TypeormStorage } from "../../../src/infrastructure/storage/typeorm-storage.js";
import { type UseCases, useCasesOn } from "../../../src/use-cases.js";

/** Brings about what no single client can: that a group changes while it is read, and that the database fails. */
export class Backstage {
  /** The world that the service is to live in. */
  readonly environment: Environment;
  private readonly useCases: UseCases;
  private atNextToken: (() => void) | null = null;

  /** @param dataSource with one connection, for which requests queue up in the order in which they ask for it */
  constructor(
    private readonly dataSource: DataSource,
    environment: Environment,
  ) {
    this.environment = { ...environment, digest: (text) => this.digest(text, environment) };
    const storage = new TypeormStorage(dataSource, { preparedStatements: true, bounds: COMMAND_BOUNDS });
    const somebody = Caller.operator({ subject: "somebody", requestId: environment.newId() });
    this.useCases = useCasesOn(new Access(storage, somebody), environment);
  }

  /** Has a member join between the beginning of a preview, when its token is made, and whatever is read of it later. */
  async joinedMeanwhile(masterId: string, name: string, preview: () => Promise<unknown>): Promise<void> {
    const command = { masterId, enterpriseName: EnterpriseName.of(name), idempotencyKey: null };
    let joined: Promise<unknown> | undefined;
    this.atNextToken = () => {
      joined = this.useCases.registerMember.execute(command);
    };
    await preview();
    await joined;
  }

  /** Has the database lack what every list of accounts is read from. */
  async withoutAccounts(request: () => Promise<unknown>): Promise<void> {
    await this.dataSource.query("ALTER VIEW current_accounts RENAME TO lost_accounts");
    await request();
    await this.dataSource.query("ALTER VIEW lost_accounts RENAME TO current_accounts");
  }

  /** Has the database refuse every change of a group, as if another transaction held its lock for too long. */
  async withGroupsLocked(request: () => Promise<unknown>): Promise<void> {
    const lockedFor = "RAISE EXCEPTION 'too long' USING ERRCODE = 'lock_not_available'";
    await this.withTrigger({ when: "TRIGGER happening BEFORE UPDATE ON account_groups", what: lockedFor }, request);
  }

  /** Has the database go away whenever an authentication is about to be made durable. */
  async goneAtCommit(request: () => Promise<unknown>): Promise<void> {
    const when = "CONSTRAINT TRIGGER happening AFTER INSERT ON authentication_snapshots DEFERRABLE INITIALLY DEFERRED";
    await this.withTrigger({ when, what: "PERFORM pg_terminate_backend(pg_backend_pid())" }, request);
  }

  private async withTrigger({ when, what }: { when: string; what: string }, request: () => Promise<unknown>) {
    await this.dataSource.query(`
      CREATE FUNCTION happening() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${what}; RETURN NEW; END $$;
      CREATE ${when} FOR EACH ROW EXECUTE FUNCTION happening()`);
    await request();
    await this.dataSource.query("DROP FUNCTION happening CASCADE");
  }

  private digest(text: string, { digest }: Environment): string {
    const happening = this.atNextToken;
    this.atNextToken = null;
    happening?.();
    return digest(text);
  }
}
