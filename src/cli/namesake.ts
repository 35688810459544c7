#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { CommanderError } from "commander";
import { packageFile } from "../package-file.js";
import { loadEnvFile } from "./environment-file.js";
import { EXIT } from "./exit-codes.js";
import { failureOf } from "./failure.js";
import { endQuietlyWithoutReader, writeFailure } from "./output.js";
import { programOf } from "./program.js";

endQuietlyWithoutReader();
const { version } = JSON.parse(readFileSync(packageFile("package.json"), "utf8"));
try {
  await programOf(version, loadEnvFile()).parseAsync();
} catch (error) {
  // What commander has to say it has said: help is no mistake, anything else is one of the user's.
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.misused;
  } else {
    writeFailure({}, failureOf(error));
    process.exitCode = EXIT.failed;
  }
}
