import { existsSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { FastifyInstance } from "fastify";
import type { Logger } from "pino";
import type { DataSource } from "typeorm";
import { compose } from "./composition.js";
import { Housekeeping } from "./housekeeping.js";
import { callersFor } from "./infrastructure/callers/callers-for.js";
import { EmbeddedPostgres } from "./infrastructure/embedded-postgres/embedded-postgres.js";
import { reportTo } from "./infrastructure/report-error.js";
import type { Settings } from "./infrastructure/settings.js";
import { StartupError } from "./infrastructure/startup-error.js";
import { type Bounds, HOUSEKEEPING_BOUNDS, REQUEST_BOUNDS } from "./infrastructure/storage/bounds.js";
import { connect, dataSourceFor } from "./infrastructure/storage/data-source.js";
import { DatabaseReadiness } from "./infrastructure/storage/database-readiness.js";
import { isHeldToGroups } from "./infrastructure/storage/service-role.js";
import { TypeormStorage } from "./infrastructure/storage/typeorm-storage.js";
import { packageFile } from "./package-file.js";
import { ServiceHealth } from "./service-health.js";
import { trustedDocumentsFor } from "./trusted-documents-for.js";

/** How long requests under way have to finish once the service is told to stop. */
const FINISH_WITHIN_MS = 7_000;

/** The service, listening: an embedded or a given PostgreSQL, the schema brought up to date, and the HTTP server. */
export class Service {
  private constructor(
    /** Where GraphQL is served. */
    readonly url: string,
    /** Whether the pages for people are served beside it. */
    readonly hasPages: boolean,
    private readonly health: ServiceHealth,
    /** What stops its parts, in the order they were started. */
    private readonly stops: readonly (() => Promise<unknown>)[],
  ) {}

  /** @throws StartupError; nothing that was started before is left running */
  static async start(settings: Settings, logger: Logger, options: { durable?: boolean } = {}): Promise<Service> {
    const stops: (() => Promise<unknown>)[] = [];
    try {
      const callers = await callersFor(settings);
      const trustedDocuments = await trustedDocumentsFor(settings);
      const databaseUrl = settings.databaseUrl ?? (await embeddedUrl(settings, options, stops));
      const dataSource = dataSourceFor(databaseUrl, { connections: settings.databaseConnections });
      stops.push(async () => dataSource.isInitialized && (await dataSource.destroy()));
      await connect(dataSource);
      const pages = settings.pages ? builtPages() : null;
      const heldToGroups = await isHeldToGroups(dataSource);
      const storageWithin = (bounds: Bounds) => new TypeormStorage(dataSource, { ...settings, heldToGroups, bounds });
      const housekeeping = new Housekeeping(storageWithin(HOUSEKEEPING_BOUNDS), reportTo(logger), settings);
      stops.push(() => housekeeping.stop());
      const health = new ServiceHealth(readinessOf(dataSource, databaseUrl));
      const parts = { ...settings, callers, pages, trustedDocuments, health };
      const server = await compose(storageWithin(REQUEST_BOUNDS), logger, parts);
      stops.push(() => close(server));
      return new Service(await listen(server, settings), pages !== null, health, stops);
    } catch (error) {
      await stopAll(stops);
      throw error;
    }
  }

  /**
   * Is no longer ready, which others are given time to notice, then takes no new requests, finishes those under way, and
   * lets go of the database.
   */
  async stop({ afterMs = 0 }: { readonly afterMs?: number } = {}): Promise<void> {
    this.health.drain();
    await sleep(afterMs);
    await stopAll(this.stops);
  }
}

function readinessOf({ migrations }: DataSource, databaseUrl: string): DatabaseReadiness {
  return new DatabaseReadiness(
    databaseUrl,
    migrations.map(({ name }) => name as string),
  );
}

async function embeddedUrl(
  { dataDirectory }: Settings,
  options: { durable?: boolean },
  stops: (() => Promise<unknown>)[],
): Promise<string> {
  const postgres = await EmbeddedPostgres.start({ directory: dataDirectory, revived: true, ...options });
  stops.push(() => postgres.stop());
  return postgres.url;
}

/** Their folder; null where they are not built. */
function builtPages(): string | null {
  const folder = fileURLToPath(packageFile("web/dist"));
  return existsSync(join(folder, "graphiql.html")) ? folder : null;
}

async function listen(server: FastifyInstance, { host, port }: Settings): Promise<string> {
  try {
    await server.listen({ host, port });
  } catch (error) {
    throw cannotListen(host, port, error);
  }
  const { address, family, port: bound } = server.server.address() as AddressInfo;
  return `http://${family === "IPv6" ? `[${address}]` : address}:${bound}/graphql`;
}

function cannotListen(host: string, port: number, cause: unknown): StartupError {
  switch ((cause as NodeJS.ErrnoException).code) {
    case "EADDRINUSE":
      return new StartupError(`Port ${port} of ${host} is in use; stop what uses it, or set PORT.`, 1, { cause });
    case "EACCES":
      return new StartupError(`Port ${port} of ${host} is not for this user; set PORT to 1024 or more.`, 1, { cause });
    default:
      return new StartupError(`HOST ${host} is no address of this machine; set another.`, 78, { cause });
  }
}

async function close(server: FastifyInstance): Promise<void> {
  const deadline = setTimeout(() => server.server.closeAllConnections(), FINISH_WITHIN_MS);
  await server.close();
  clearTimeout(deadline);
}

async function stopAll(stops: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (const stop of stops.toReversed()) await stop();
}
