import type { Client } from "pg";
import { connect, type ScratchDatabase } from "../database/database.js";
import { ONE_REASON, seedTemplate } from "../database/groups.js";
import { type Statement, StatementRecorder } from "../database/statement-recorder.js";
import { ask, type Operation } from "../service/http-client.js";
import { startService } from "../service/service.js";

/** A group of one size, and the service on its database. */
export interface PreviewSite {
  readonly members: number;
  readonly groupId: string;
  readonly databaseUrl: string;
  readonly serviceUrl: string;
  readonly client: Client;
  /** Those that the service sends for an operation. */
  statementsOf(operation: Operation): Promise<readonly Statement[]>;
  close(): Promise<void>;
}

export async function openPreviewSite(database: ScratchDatabase, members: number): Promise<PreviewSite> {
  const { url, groupId } = await seedTemplate(database, { members, ...ONE_REASON });
  const recorder = await StatementRecorder.before(url);
  const service = await startService(url);
  const overheard = await startService(recorder.url);
  const client = await connect(url);
  return {
    members,
    groupId,
    databaseUrl: url,
    serviceUrl: service.url,
    client,
    statementsOf: (operation) => recorder.during(() => ask(overheard.url, operation)),
    close: async () => {
      await client.end();
      await service.stop();
      await overheard.stop();
      recorder.close();
      await database.drop(url);
    },
  };
}
