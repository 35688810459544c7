import { inRepository } from "../harness/paths.js";
import { ServerProcess } from "../harness/server-process.js";

/** Namesake as its operator runs it, but for the line that it logs for each request, and without limits of rates: none of the others has either. */
export function startService(databaseUrl: string, settings: Record<string, string> = {}): Promise<ServerProcess> {
  return ServerProcess.start({
    script: inRepository("dist/src/main.js"),
    env: {
      DATABASE_URL: databaseUrl,
      PORT: "0",
      LOG_LEVEL: "warn",
      RATE_LIMIT_PER_CALLER: "off",
      RATE_LIMIT_PER_ADDRESS: "off",
      ...settings,
    },
  });
}
