import type { Client } from "pg";
import { connect, type ScratchDatabase } from "../database/database.js";
import { BOTH_REASONS, seedTemplate, type Template } from "../database/groups.js";
import type { ServerProcess } from "../harness/server-process.js";
import { startService } from "../service/service.js";

/** A group of one size: in a database that the service runs on, and in one to make fresh copies of. */
export interface CommitSite {
  readonly template: Template;
  readonly service: ServerProcess;
  readonly client: Client;
  close(): Promise<void>;
}

export async function openSite(database: ScratchDatabase, members: number): Promise<CommitSite> {
  const template = await seedTemplate(database, { members, ...BOTH_REASONS });
  const url = await database.copyOf(template.url);
  const service = await startService(url);
  const client = await connect(url);
  const close = async () => {
    await client.end();
    await service.stop();
    await database.drop(url);
    await database.drop(template.url);
  };
  return { template, service, client, close };
}
