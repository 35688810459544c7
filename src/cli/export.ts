import { rowOf } from "./account-row.js";
import { withUseCases } from "./database.js";
import { EXIT, type ExitCode } from "./exit-codes.js";
import { CommandFailure } from "./failure.js";
import { type FileFormat, formatOf } from "./file-format.js";
import { type Format, write, writeResult } from "./output.js";
import { OutputFile } from "./output-file.js";
import { rowWriterOf } from "./row-writers.js";

export interface ExportOptions extends Format {
  readonly master: string;
  readonly format?: FileFormat;
  readonly withCertificates?: boolean;
  readonly forSpreadsheet?: boolean;
}

/** Writes a group as it is to a file, or to standard output. */
export async function exportGroup(path: string, options: ExportOptions): Promise<ExitCode> {
  if (path === "-") {
    if (options.json)
      throw CommandFailure.misused("--json is for an export to a file: standard output has the accounts.");
    await writeGroup((text) => write(text), path, options);
    return EXIT.done;
  }
  const file = await OutputFile.create(path);
  try {
    const count = await writeGroup((text) => file.write(text), path, options);
    await file.complete();
    await writeResult(options, { accounts: count, file: path }, `${count} accounts written to ${path}.`);
    return EXIT.done;
  } catch (error) {
    await file.discard();
    throw error;
  }
}

/** @returns how many accounts were written */
function writeGroup(write: (text: string) => Promise<void>, path: string, options: ExportOptions): Promise<number> {
  const { master: masterId, withCertificates = false } = options;
  const writer = rowWriterOf(formatOf(path, options.format), options.forSpreadsheet);
  return withUseCases(async ({ exportGroup }) => {
    let start = writer.start;
    const result = await exportGroup.execute(masterId, async (accounts, master) => {
      await write(start + writer.rows(accounts.map((account) => rowOf(account, master, withCertificates))));
      start = "";
    });
    if (result.kind !== "GroupExported") throw CommandFailure.refusedBy(result);
    return result.count;
  });
}
