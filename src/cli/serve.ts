import { pino } from "pino";
import { readSettings, type Settings } from "../infrastructure/settings.js";
import { StartupError } from "../infrastructure/startup-error.js";
import { Service } from "../service.js";

/** Whatever hangs, the process is gone so long after it was to stop: with the usual draining, before a supervisor's ten seconds are over. */
const EXIT_WITHIN_MS = 8_500;

/** Runs the service until SIGTERM or SIGINT. Ends the process, also where it cannot start. */
export async function serve(): Promise<void> {
  try {
    const settings = readSettings(process.env);
    // Standard output is for people. The log is for programs.
    const logger = pino({ level: settings.logLevel }, pino.destination(2));
    const starting = Service.start(settings, logger);
    process.once("SIGTERM", () => stop(starting, settings.drainSeconds * 1_000));
    // Whoever is at the terminal does not want to wait.
    process.once("SIGINT", () => stop(starting, 0));
    const service = await starting;
    process.stdout.write(greeting(service, settings));
  } catch (error) {
    fail(error);
  }
}

function greeting({ url, hasPages }: Service, { auth }: Settings): string {
  const lines = [
    `Namesake listens at ${url}`,
    hasPages && `In a browser: ${new URL("/graphiql", url)} to explore, ${new URL("/preview", url)} to preview`,
    auth === null &&
      "Open: it does not ask who is calling, and listens on this machine only. AUTH_ISSUER and the settings beside it change that.",
  ];
  return lines
    .filter(Boolean)
    .map((line) => `${line}\n`)
    .join("");
}

function stop(starting: Promise<Service>, afterMs: number): void {
  setTimeout(() => process.exit(0), afterMs + EXIT_WITHIN_MS).unref();
  starting.then((service) => service.stop({ afterMs })).then(() => process.exit(0), fail);
}

function fail(error: unknown): void {
  const message =
    error instanceof StartupError ? error.message : "Namesake cannot start because of a fault of its own.";
  process.stderr.write(`${message}\n`);
  if (!(error instanceof StartupError)) process.stderr.write(`${(error as Error).stack}\n`);
  process.exit(error instanceof StartupError ? error.exitCode : 1);
}
