import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../../../../dist/src/main.js", import.meta.url));

/** The service as its operator runs it, on a throw-away database. */
export interface Service {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts the service that was built last. @throws where it ends before it listens */
export async function startService(): Promise<Service> {
  const directory = await mkdtemp(join(tmpdir(), "namesake-clients-"));
  const child = spawn(process.execPath, [MAIN], {
    env: {
      ...process.env,
      PORT: "0",
      HOST: "127.0.0.1",
      DATABASE_URL: "",
      NAMESAKE_DATA_DIR: directory,
      LOG_LEVEL: "warn",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  const [line] = await Promise.race([once(createInterface(child.stdout), "line"), ended]);
  const [url] = /http:\S+/.exec(String(line)) ?? [];
  if (url === undefined)
    throw new Error(`${MAIN} does not listen; is it built? Run npm run build in the repository's root.`);
  return {
    url,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
      await rm(directory, { recursive: true, force: true });
    },
  };
}
