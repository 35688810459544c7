import { existsSync, readFileSync } from "node:fs";
import { parseEnv } from "node:util";

export type SettingSource = "environment" | ".env" | "default";

/** Adds the variables of `.env` to those of the environment, which go before them, and tells where each is from. */
export function loadEnvFile(file = ".env"): (name: string) => SettingSource {
  const given = { ...process.env };
  const inFile: NodeJS.Dict<string> = existsSync(file) ? parseEnv(readFileSync(file, "utf8")) : {};
  Object.assign(process.env, inFile, given);
  return (name) => {
    if (given[name] !== undefined) return given[name] ? "environment" : "default";
    return inFile[name] ? ".env" : "default";
  };
}
