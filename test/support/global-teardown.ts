import { rm } from "node:fs/promises";
import type { EmbeddedPostgres } from "../../src/infrastructure/embedded-postgres/embedded-postgres.js";

export default async function globalTeardown(): Promise<void> {
  const { testServer } = globalThis as { testServer?: { server: EmbeddedPostgres; directory: string } };
  await testServer?.server.stop();
  if (testServer) await rm(testServer.directory, { recursive: true, force: true });
}
