import type { ScratchDatabase } from "../database/database.js";
import { BOTH_REASONS, seedTemplate } from "../database/groups.js";
import { forAnother } from "../database/replay.js";
import { type Statement, StatementRecorder } from "../database/statement-recorder.js";
import { ask, type Headers } from "../service/http-client.js";
import { commitOf } from "../service/operations.js";
import { startService } from "../service/service.js";

/** The statements of a commit of the account with this id, as the service would send them. */
export type CommitStatements = (accountId: string) => readonly Statement[];

/** Overhears the service at the commit of a small group. */
export async function recordCommit(database: ScratchDatabase): Promise<CommitStatements> {
  const { url, groupId } = await seedTemplate(database, { members: 100, ...BOTH_REASONS });
  const recorder = await StatementRecorder.before(url);
  const service = await startService(recorder.url);
  try {
    const statements = await recorder.during(() => commitOverHttp(service.url, groupId));
    return (accountId) => forAnother(statements, groupId, accountId);
  } finally {
    await service.stop();
    recorder.close();
    await database.drop(url);
  }
}

/** @throws where the answer is a refusal */
export async function commitOverHttp(serviceUrl: string, accountId: string, headers: Headers = {}): Promise<void> {
  const answer = await ask<{ commitAuthentication: { __typename: string; message?: string } }>(
    serviceUrl,
    commitOf(accountId),
    headers,
  );
  const { __typename, message } = answer.commitAuthentication;
  if (__typename !== "AuthenticationCommitted") throw new Error(message);
}
