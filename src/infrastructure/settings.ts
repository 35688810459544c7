import { resolve } from "node:path";
import { z } from "zod";
import { REQUEST_VARIABLES, type RequestSettings, requestSettingsOf } from "./request-settings.js";
import { StartupError } from "./startup-error.js";
import { wholeNumber } from "./whole-number.js";

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

/** What the service is told from outside. */
export interface Settings extends RequestSettings {
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
  /** Null for the embedded PostgreSQL server. */
  readonly databaseUrl: string | null;
  /** Absolute. Where the embedded PostgreSQL server keeps its data. */
  readonly dataDirectory: string;
  /** Off behind a pooler that hands one connection to several clients and knows nothing of prepared statements. */
  readonly preparedStatements: boolean;
  /** How many connections to the database there are at most. */
  readonly databaseConnections: number;
  /** How long an idempotency key is remembered at least, in days. */
  readonly idempotencyKeyDays: number;
  /** How long the service goes on answering once it is told to stop, so that others hear of it first, in seconds. */
  readonly drainSeconds: number;
  /** Whether GraphiQL and the preview page are served, where they are built. */
  readonly pages: boolean;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** Null where anybody who can reach the service may do everything. */
  readonly auth: AuthSettings | null;
}

/** Whose tokens say who is calling. */
export interface AuthSettings {
  readonly issuer: string;
  readonly audience: string;
  /** The URL that the issuer's keys are published at, or the keys themselves as JSON, or a file that holds them. */
  readonly keys: { readonly url: URL } | { readonly json: string } | { readonly file: string };
}

/** Each variable, what it must be, and what counts where it is not set. */
const VARIABLES = z.object({
  HOST: z
    .string()
    .regex(/^[^\s/]+$/, { error: ({ input }) => `must be a host name or an address, not ${JSON.stringify(input)}` })
    .default("127.0.0.1"),
  PORT: wholeNumber({ from: 0, to: 65_535 }).default(4000),
  // It holds a password, so what it is must never be told.
  DATABASE_URL: z
    .string()
    .refine(isPostgresUrl, { error: "must be a URL that begins with postgres:// or postgresql://" })
    .nullable()
    .default(null),
  NAMESAKE_DATA_DIR: z.string().default(".namesake"),
  PREPARED_STATEMENTS: onOrOff(),
  DATABASE_CONNECTIONS: wholeNumber({ from: 1, to: 1_000 }).default(10),
  IDEMPOTENCY_KEY_DAYS: wholeNumber({ from: 1, to: 36_500 }).default(30),
  DRAIN_SECONDS: wholeNumber({ from: 0, to: 600 }).default(1),
  PAGES: onOrOff(),
  AUTH_ISSUER: z.string().nullable().default(null),
  AUTH_AUDIENCE: z.string().nullable().default(null),
  AUTH_JWKS_URL: z
    .string()
    .refine(isWebUrl, {
      error: ({ input }) => `must be a URL that begins with https:// or http://, not ${JSON.stringify(input)}`,
    })
    .nullable()
    .default(null),
  AUTH_JWKS: z.string().nullable().default(null),
  ...REQUEST_VARIABLES,
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
  const auth = authOf(data);
  return {
    auth,
    ...requestSettingsOf(data, auth !== null),
    host: data.HOST,
    port: data.PORT,
    databaseUrl: data.DATABASE_URL,
    dataDirectory: resolve(data.NAMESAKE_DATA_DIR),
    preparedStatements: data.PREPARED_STATEMENTS === "on",
    databaseConnections: data.DATABASE_CONNECTIONS,
    idempotencyKeyDays: data.IDEMPOTENCY_KEY_DAYS,
    drainSeconds: data.DRAIN_SECONDS,
    pages: data.PAGES === "on",
    logLevel: data.LOG_LEVEL,
  };
}

/** All or nothing: a service that was meant to ask who is calling must not start without. */
function authOf({
  AUTH_ISSUER,
  AUTH_AUDIENCE,
  AUTH_JWKS_URL,
  AUTH_JWKS,
}: z.output<typeof VARIABLES>): AuthSettings | null {
  const given = [AUTH_ISSUER, AUTH_AUDIENCE, AUTH_JWKS_URL, AUTH_JWKS].filter((value) => value !== null);
  if (given.length === 0) return null;
  if (AUTH_ISSUER === null || AUTH_AUDIENCE === null || (AUTH_JWKS_URL === null) === (AUTH_JWKS === null)) {
    throw new StartupError(
      "Invalid settings: AUTH_ISSUER, AUTH_AUDIENCE and one of AUTH_JWKS_URL and AUTH_JWKS go together.",
      78,
    );
  }
  return { issuer: AUTH_ISSUER, audience: AUTH_AUDIENCE, keys: keysOf(AUTH_JWKS_URL, AUTH_JWKS ?? "") };
}

function keysOf(url: string | null, jwks: string): AuthSettings["keys"] {
  if (url !== null) return { url: new URL(url) };
  return jwks.trimStart().startsWith("{") ? { json: jwks } : { file: resolve(jwks) };
}

function isWebUrl(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text);
}

function onOrOff() {
  return z
    .enum(["on", "off"], { error: ({ input }) => `must be on or off, not ${JSON.stringify(input)}` })
    .default("on");
}

function problemsOf(error: z.ZodError): string {
  return error.issues.map(({ path, message }) => `${path.join(".")} ${message}`).join("; ");
}

function isPostgresUrl(text: string): boolean {
  return /^postgres(ql)?:\/\//.test(text) && URL.canParse(text);
}
