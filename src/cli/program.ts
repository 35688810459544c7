import { Command, InvalidArgumentError, Option } from "commander";
import { withAuthenticationOptions } from "./authentication-options.js";
import type { CommitOptions } from "./commit.js";
import type { SettingSource } from "./environment-file.js";
import { EXIT, EXIT_CODES_HELP, type ExitCode } from "./exit-codes.js";
import type { ExportOptions } from "./export.js";
import { failureOf } from "./failure.js";
import { FILE_FORMATS } from "./file-format.js";
import type { ImportOptions } from "./import.js";
import type { MigrateOptions } from "./migrate.js";
import { type Format, OutputClosed, writeFailure } from "./output.js";
import type { PreviewOptions } from "./preview.js";

const JSON_OPTION = ["--json", "for programs: one JSON object, also for a failure"] as const;
const MAX_BATCH_SIZE = 10_000;
const MAX_FIRST = 1_000;

/** The command line: what there is to say, and what it sets off. Each command is loaded when it is used. */
export function programOf(version: string, sourceOf: (name: string) => SettingSource): Command {
  const program = new Command("namesake")
    .description("Enterprise real-name authentication: previews which members receive their master's, and commits it.")
    .version(version)
    .addHelpText("after", EXIT_CODES_HELP)
    .exitOverride();
  addOperation(program, sourceOf);
  addTransfer(program);
  addAuthentication(program);
  return program;
}

function addOperation(program: Command, sourceOf: (name: string) => SettingSource): void {
  program
    .command("serve")
    .description("run the service until it is stopped")
    .action(async () => (await import("./serve.js")).serve());
  program
    .command("migrate")
    .description("bring the schema of the database up to date")
    .option("--check", "write nothing; the exit code is 3 where migrations are pending")
    .option(
      "--grant-to <role>",
      "give a role that owns nothing what the service needs, and row level security holds it to",
    )
    .option(...JSON_OPTION)
    .action(ending(async (options: MigrateOptions) => (await import("./migrate.js")).migrateSchema(options)));
  program
    .command("config")
    .description("show the settings in force, and where each is from")
    .option(...JSON_OPTION)
    .action(ending(async (options: Format) => (await import("./config.js")).showConfig(options, sourceOf)));
  program
    .command("demo")
    .description("play the rule's ten rows on a throw-away database")
    .action(ending(async () => ((await (await import("../demo/play-all.js")).playAll()) ? EXIT.done : EXIT.failed)));
}

function addTransfer(program: Command): void {
  program
    .command("import")
    .description("register the accounts of a file: members of one master, or whole groups, masters first")
    .argument("<file>", "CSV with a header, or JSON Lines; - for standard input")
    .option("--master <id>", "every line is a member of this master")
    .addOption(new Option("--format <format>", "by the file's extension where not given").choices(FILE_FORMATS))
    .option(
      "--batch-size <lines>",
      "how many lines are written at once, or not at all",
      numberUpTo(MAX_BATCH_SIZE),
      5_000,
    )
    .option("--errors <file>", "report bad lines there: .csv, or JSON Lines (.jsonl)")
    .option("--skip-bad-lines", "write the good lines of a batch that has bad ones")
    .option("--dry-run", "say what would be done, and write nothing")
    .option(...JSON_OPTION)
    .action(ending(async (options: ImportOptions, file) => (await import("./import.js")).importFile(file, options)));
  program
    .command("export")
    .description("write a master and its members as they are")
    .argument("[file]", "- for standard output", "-")
    .requiredOption("--master <id>", "the master of the group")
    .addOption(new Option("--format <format>", "by the file's extension where not given").choices(FILE_FORMATS))
    .option("--with-certificates", "write certificate numbers too")
    .option("--for-spreadsheet", "CSV to be opened by a spreadsheet, which must take no name for a formula")
    .option(...JSON_OPTION)
    .action(ending(async (options: ExportOptions, file) => (await import("./export.js")).exportGroup(file, options)));
}

function addAuthentication(program: Command): void {
  withAuthenticationOptions(program.command("preview"))
    .description("show what an account's first authentication would do")
    .argument("<account>", "the id of the account")
    .option("--first <count>", "how many decisions to show", numberUpTo(MAX_FIRST), 10)
    .option(...JSON_OPTION)
    .action(
      ending(async (options: PreviewOptions, account) => (await import("./preview.js")).showPreview(account, options)),
    );
  withAuthenticationOptions(program.command("commit"))
    .description("put an account's first authentication in force")
    .argument("<account>", "the id of the account")
    .option("--preview-token <token>", "commit only what that preview showed")
    .option("--idempotency-key <key>", "a second commit with the same key changes nothing")
    .option("--yes", "do not ask")
    .option(...JSON_OPTION)
    .action(
      ending(async (options: CommitOptions, account) =>
        (await import("./commit.js")).commitAuthentication(account, options),
      ),
    );
}

/** Runs a command, and leaves its exit code; a failure is told in one line. */
function ending<Options extends object>(work: (options: Options, argument: string) => Promise<ExitCode>) {
  return async (...given: unknown[]): Promise<void> => {
    const command = given.at(-1) as Command;
    try {
      process.exitCode = await work(command.opts<Options>(), command.args[0] ?? (command.processedArgs[0] as string));
    } catch (error) {
      if (error instanceof OutputClosed) return;
      const failure = failureOf(error);
      writeFailure(command.opts(), failure);
      if (failure.code === "FAULT" && process.env.LOG_LEVEL === "debug")
        process.stderr.write(`${(error as Error).stack}\n`);
      process.exitCode = failure.exitCode;
    }
  };
}

function numberUpTo(most: number): (text: string) => number {
  return (text) => {
    const number = /^\d{1,9}$/.test(text) ? Number(text) : 0;
    if (number >= 1 && number <= most) return number;
    throw new InvalidArgumentError(`It is a whole number from 1 to ${most}.`);
  };
}
