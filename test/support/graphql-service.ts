import type { AddressInfo } from "node:net";
import { type DestinationStream, type Logger, pino } from "pino";
import type { Storage } from "../../src/application/unit-of-work.js";
import { type CompositionOptions, compose } from "../../src/composition.js";
import { countingEnvironment } from "./counting-environment.js";
import { Given } from "./given.js";
import { GraphqlApi } from "./graphql-api.js";
import { GraphqlClient } from "./graphql-client.js";
import { openTestStorage, type TestStorage } from "./test-storage.js";

/** The whole service on a database of its own, listening on a port of its own. */
export interface TestService extends TestStorage {
  readonly url: string;
  readonly client: GraphqlClient;
  readonly api: GraphqlApi;
  /** Brings about what a test starts from, in the service's own database. */
  readonly given: Given;
}

export interface TestServiceOptions extends Omit<CompositionOptions, "environment"> {
  /** Where the service's log goes; nowhere if it is not given. */
  readonly log?: DestinationStream;
  /** Whether by row level security; as the whole run is if it is not given. */
  readonly heldToGroups?: boolean;
  /** What is put around the storage; nothing if it is not given. */
  readonly aroundStorage?: (storage: Storage) => Storage;
}

export async function startTestService({
  log,
  heldToGroups,
  aroundStorage = (storage) => storage,
  ...options
}: TestServiceOptions = {}): Promise<TestService> {
  const storage = await openTestStorage(heldToGroups === undefined ? {} : { heldToGroups });
  const environment = countingEnvironment();
  const server = await compose(aroundStorage(storage), loggerTo(log), { ...options, environment });
  await server.listen({ host: "127.0.0.1", port: 0 });
  const { port } = server.server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/graphql`;
  const client = new GraphqlClient(url);
  return {
    ...storage,
    url,
    client,
    api: new GraphqlApi(client),
    given: new Given(storage, environment),
    close: async () => {
      await server.close();
      await storage.close();
    },
  };
}

function loggerTo(log: DestinationStream | undefined): Logger {
  return log === undefined ? pino({ level: "silent" }) : pino({ level: "trace" }, log);
}
