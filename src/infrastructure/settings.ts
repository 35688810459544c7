import { resolve } from "node:path";
import { z } from "zod";
import { StartupError } from "./startup-error.js";

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

/** What the service is told from outside. */
export interface Settings {
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
  /** Null for the embedded PostgreSQL server. */
  readonly databaseUrl: string | null;
  /** Absolute. Where the embedded PostgreSQL server keeps its data. */
  readonly dataDirectory: string;
  /** Off behind a pooler that hands one connection to several clients and knows nothing of prepared statements. */
  readonly preparedStatements: boolean;
  /** Whether GraphiQL and the preview page are served, where they are built. */
  readonly pages: boolean;
  readonly logLevel: (typeof LOG_LEVELS)[number];
}

/** Each variable, what it must be, and what counts where it is not set. */
const VARIABLES = z.object({
  HOST: z
    .string()
    .regex(/^[^\s/]+$/, { error: ({ input }) => `must be a host name or an address, not ${JSON.stringify(input)}` })
    .default("127.0.0.1"),
  PORT: z
    .string()
    .refine(isPort, { error: ({ input }) => `must be a whole number from 0 to 65535, not ${JSON.stringify(input)}` })
    .transform(Number)
    .default(4000),
  // It holds a password, so what it is must never be told.
  DATABASE_URL: z
    .string()
    .refine(isPostgresUrl, { error: "must be a URL that begins with postgres:// or postgresql://" })
    .nullable()
    .default(null),
  NAMESAKE_DATA_DIR: z.string().default(".namesake"),
  PREPARED_STATEMENTS: onOrOff(),
  PAGES: onOrOff(),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, { error: ({ input }) => `must be one of ${LOG_LEVELS.join(", ")}, not ${JSON.stringify(input)}` })
    .default("info"),
});

/** The environment variable of a setting. */
export type SettingName = keyof (typeof VARIABLES)["shape"];

/** Reads the settings from environment variables; an empty one is not set. Throws a `StartupError` with every problem. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const given = Object.keys(VARIABLES.shape).map((name) => [name, env[name] || undefined]);
  const { data, error } = VARIABLES.safeParse(Object.fromEntries(given));
  if (error !== undefined) throw new StartupError(`Invalid settings: ${problemsOf(error)}.`, 78);
  return {
    host: data.HOST,
    port: data.PORT,
    databaseUrl: data.DATABASE_URL,
    dataDirectory: resolve(data.NAMESAKE_DATA_DIR),
    preparedStatements: data.PREPARED_STATEMENTS === "on",
    pages: data.PAGES === "on",
    logLevel: data.LOG_LEVEL,
  };
}

function onOrOff() {
  return z
    .enum(["on", "off"], { error: ({ input }) => `must be on or off, not ${JSON.stringify(input)}` })
    .default("on");
}

function problemsOf(error: z.ZodError): string {
  return error.issues.map(({ path, message }) => `${path.join(".")} ${message}`).join("; ");
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535;
}

function isPostgresUrl(text: string): boolean {
  return /^postgres(ql)?:\/\//.test(text) && URL.canParse(text);
}
