import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { EmbeddedPostgres } from "../src/infrastructure/embedded-postgres/embedded-postgres.js";
import { as } from "./support/graphql-answers.js";
import { GraphqlApi } from "./support/graphql-api.js";
import { GraphqlClient } from "./support/graphql-client.js";
import { RunningService } from "./support/running-service.js";
import { CREDIT_CODES } from "./support/samples.js";
import { stateDigest } from "./support/state-digest.js";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "namesake-backup-"));
});

afterAll(() => rm(folder, { recursive: true }));

/** A service on a data directory of its own, for as long as the work takes. */
async function serving<T>(directory: string, work: (api: GraphqlApi) => Promise<T>): Promise<T> {
  const env = { NAMESAKE_DATA_DIR: directory, PORT: "0", PAGES: "off", LOG_LEVEL: "silent" };
  const service = RunningService.spawn(env);
  const result = await work(new GraphqlApi(new GraphqlClient(await service.listening())));
  service.signal("SIGINT");
  expect(await service.ended()).toBe(0);
  return result;
}

async function digestOf(directory: string) {
  const postgres = await EmbeddedPostgres.start({ directory });
  const digest = await stateDigest(postgres.url);
  await postgres.stop();
  return digest;
}

describe("a backup of the embedded PostgreSQL", () => {
  test("is a copy of its directory while it is stopped, and holds everything", async () => {
    const [original, copy] = [join(folder, "original"), join(folder, "copy")];
    await serving(original, authenticateGroup);
    const before = await digestOf(original);

    await cp(original, copy, { recursive: true, preserveTimestamps: true });
    await serving(original, authenticateGroup);

    expect(await digestOf(copy)).toEqual(before);
    expect(await digestOf(original)).not.toEqual(before);
    expect(before.synchronized_members).toMatch(/^2 /);
    await serving(copy, authenticateGroup);
  }, 60_000);
});

async function authenticateGroup(api: GraphqlApi): Promise<void> {
  const { account } = as("MasterAccountRegistered", await api.registerMaster({ enterpriseName: "Acme Ltd" }));
  const members = ["Acme Ltd", "Acme Holding Ltd", "Other Ltd"].map((enterpriseName) => ({ enterpriseName }));
  await api.registerMembers({ masterId: account.id, members, idempotencyKey: `members of ${account.id}` });
  const certificate = { country: "CN", type: "BUSINESS_LICENSE", number: CREDIT_CODES[0] } as const;
  as(
    "AuthenticationCommitted",
    await api.commit({ accountId: account.id, enterpriseName: "Acme Holding Ltd", certificate }),
  );
}
