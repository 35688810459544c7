import { readSettings, type SettingName, type Settings } from "../infrastructure/settings.js";
import type { SettingSource } from "./environment-file.js";
import { EXIT, type ExitCode } from "./exit-codes.js";
import { type Format, writeResult } from "./output.js";
import { table } from "./table.js";

const VALUES: Record<SettingName, (settings: Settings) => string | number | null> = {
  HOST: ({ host }) => host,
  PORT: ({ port }) => port,
  DATABASE_URL: ({ databaseUrl }) => databaseUrl && withoutSecrets(databaseUrl),
  NAMESAKE_DATA_DIR: ({ dataDirectory }) => dataDirectory,
  PREPARED_STATEMENTS: ({ preparedStatements }) => onOrOff(preparedStatements),
  DATABASE_CONNECTIONS: ({ databaseConnections }) => databaseConnections,
  IDEMPOTENCY_KEY_DAYS: ({ idempotencyKeyDays }) => idempotencyKeyDays,
  DRAIN_SECONDS: ({ drainSeconds }) => drainSeconds,
  PAGES: ({ pages }) => onOrOff(pages),
  AUTH_ISSUER: ({ auth }) => auth?.issuer ?? null,
  AUTH_AUDIENCE: ({ auth }) => auth?.audience ?? null,
  AUTH_JWKS_URL: ({ auth }) => (auth && "url" in auth.keys ? auth.keys.url.href : null),
  AUTH_JWKS: ({ auth }) => (auth && !("url" in auth.keys) ? ("json" in auth.keys ? "given" : auth.keys.file) : null),
  REQUESTS_AT_ONCE: ({ requestsAtOnce }) => requestsAtOnce,
  QUERY_LIMITS: ({ queryLimits }) =>
    Object.entries(queryLimits)
      .map((pair) => pair.join("="))
      .join(","),
  RATE_LIMIT_PER_CALLER: ({ rateLimits }) => rateLimits.perCaller ?? "off",
  RATE_LIMIT_PER_ADDRESS: ({ rateLimits }) => rateLimits.perAddress ?? "off",
  TRUST_PROXY: ({ trustProxy }) => `${trustProxy ?? "off"}`,
  CORS_ORIGINS: ({ corsOrigins }) => corsOrigins.join(",") || null,
  TRUSTED_DOCUMENTS: ({ trustedDocuments }) => trustedDocuments.mode,
  TRUSTED_DOCUMENTS_MANIFEST: ({ trustedDocuments }) =>
    trustedDocuments.mode === "off" ? null : trustedDocuments.manifest,
  LOG_LEVEL: ({ logLevel }) => logLevel,
};

/** Shows the settings in force, and where each is from; of the database's URL nothing that opens it. */
export async function showConfig(format: Format, sourceOf: (name: string) => SettingSource): Promise<ExitCode> {
  const inForce = readSettings(process.env);
  const settings = Object.entries(VALUES).map(([name, read]) => ({
    name,
    value: read(inForce),
    source: sourceOf(name),
  }));
  const rows = settings.map(({ name, value, source }) => [
    name,
    `${value ?? (name === "DATABASE_URL" ? "none: an embedded PostgreSQL" : "none")}`,
    source,
  ]);
  await writeResult(format, { settings }, table(["setting", "value", "from"], rows));
  return EXIT.done;
}

function onOrOff(value: boolean): string {
  return value ? "on" : "off";
}

/** Parameters may hold secrets too (`?password=`), and new ones at any time: only the few that are known not to are shown. */
const HARMLESS = ["sslmode", "application_name"];

function withoutSecrets(text: string): string {
  const url = new URL(text);
  if (url.password !== "") url.password = "***";
  for (const name of new Set(url.searchParams.keys())) {
    if (!HARMLESS.includes(name)) url.searchParams.set(name, "***");
  }
  url.hash = "";
  return url.href;
}
