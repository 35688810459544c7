import type { AuthenticationCommitted, CommitAuthenticationCommand } from "../application/commit-authentication.js";
import { idempotencyKey } from "../application/idempotency-key.js";
import type { PreviewToken } from "../application/preview-token.js";
import { previewTokenIn } from "../graphql/authentications/preview-token.js";
import { BadUserInput } from "../graphql/errors/bad-user-input.js";
import type { UseCases } from "../use-cases.js";
import { type AuthenticationOptions, authenticationIn } from "./authentication-options.js";
import { withUseCases } from "./database.js";
import { EXIT, type ExitCode } from "./exit-codes.js";
import { CommandFailure } from "./failure.js";
import { type Format, writeResult } from "./output.js";
import { previewOf } from "./preview.js";
import { asWords } from "./previewed.js";
import { ask, isInteractive } from "./terminal.js";

export interface CommitOptions extends AuthenticationOptions, Format {
  readonly previewToken?: string;
  readonly idempotencyKey?: string;
  readonly yes?: boolean;
}

/** Puts an account's first authentication in force, once it is confirmed. */
export async function commitAuthentication(accountId: string, options: CommitOptions): Promise<ExitCode> {
  if (!options.yes && !isInteractive()) {
    throw CommandFailure.misused("Nobody is there to confirm it: give --yes to commit.");
  }
  const command = await commandOf(accountId, options);
  return withUseCases(async (useCases) => {
    const confirmed = options.yes ? command : await confirm(command, useCases);
    const result = await useCases.commit.execute(confirmed);
    if (result.kind !== "AuthenticationCommitted") throw CommandFailure.refusedBy(result);
    await report(result, options, useCases);
    return EXIT.done;
  });
}

async function commandOf(accountId: string, options: CommitOptions): Promise<CommitAuthenticationCommand> {
  const previewToken = tokenIn(options.previewToken);
  const key = options.idempotencyKey === undefined ? null : idempotencyKey(options.idempotencyKey);
  const { enterpriseName, certificate } = await authenticationIn(options);
  if (certificate === null) {
    throw CommandFailure.misused("A commit needs the certificate: give --certificate-country and --certificate-type.");
  }
  return { accountId, enterpriseName, certificate, previewToken, idempotencyKey: key };
}

function tokenIn(text: string | undefined): PreviewToken | null {
  try {
    return previewTokenIn(text);
  } catch (error) {
    if (error instanceof BadUserInput) throw CommandFailure.misused(error.message);
    throw error;
  }
}

/** What is shown is what will be committed, or nothing. */
async function confirm(command: CommitAuthenticationCommand, useCases: UseCases): Promise<CommitAuthenticationCommand> {
  const shown = await previewOf(command, 0, useCases);
  process.stderr.write(`${asWords(shown)}\n`);
  if (!/^y(es)?$/i.test(await ask("Commit it? [y/N] "))) {
    throw new CommandFailure(EXIT.refused, "NOT_CONFIRMED", "Not confirmed; nothing was changed.");
  }
  return { ...command, previewToken: command.previewToken ?? shown.preview.token };
}

async function report(committed: AuthenticationCommitted, format: Format, { browse }: UseCases): Promise<void> {
  const { account, snapshot, synchronization, replayed } = committed;
  const synchronizedCount = synchronization === null ? 0 : await browse.synchronizedCount(synchronization);
  const words = [
    `${account.id} is authenticated as "${snapshot.enterpriseName.value}".`,
    synchronization === null ? "It has no members." : `${synchronizedCount} members are synchronized.`,
    ...(replayed ? ["This had been committed before, with the same idempotency key."] : []),
  ].join("\n");
  const result = {
    accountId: account.id,
    enterpriseName: snapshot.enterpriseName.value,
    snapshotId: snapshot.id,
    authenticatedAt: snapshot.authenticatedAt,
    synchronizationId: synchronization?.id ?? null,
    synchronizedCount,
    replayed,
  };
  await writeResult(format, result, words);
}
