/** What a server under measurement needs to know. */
export interface ServerSettings {
  readonly databaseUrl: string;
}

/** As many connections to the database as the service has. */
export const POOL_SIZE = 10;

/** The settings that the process was started with. */
export function settings(): ServerSettings {
  const databaseUrl = process.env.DATABASE_URL;
  if (databaseUrl === undefined) throw new Error("DATABASE_URL is not set.");
  return { databaseUrl };
}

/** Tells where the server is, as those who started it wait for. */
export function listensAt(port: number): void {
  process.stdout.write(`http://127.0.0.1:${port}/graphql\n`);
  process.once("SIGTERM", () => process.exit(0));
}
