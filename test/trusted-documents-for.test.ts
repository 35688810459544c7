import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { readSettings } from "../src/infrastructure/settings.js";
import { StartupError } from "../src/infrastructure/startup-error.js";
import { trustedDocumentsFor } from "../src/trusted-documents-for.js";
import { RunningService } from "./support/running-service.js";

const VERSION = "query Version { syncPolicy { version } }";

let folder: string;
let manifest: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "namesake-manifest-"));
  manifest = join(folder, "persisted-documents.json");
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const env = (mode: string) => ({ TRUSTED_DOCUMENTS: mode, TRUSTED_DOCUMENTS_MANIFEST: manifest });

describe("the trusted documents", () => {
  test("are none where they are off", async () => {
    expect(await trustedDocumentsFor(readSettings({}))).toBeNull();
  });

  test.each(["accept", "require"])("are those of the manifest, by hash: %s", async (mode) => {
    await writeFile(manifest, JSON.stringify({ abc: VERSION }));

    expect(await trustedDocumentsFor(readSettings(env(mode)))).toEqual({
      mode,
      documents: new Map([["abc", VERSION]]),
    });
  });

  test.each<[what: string, content: string, problem: string]>([
    ["no JSON", "{", "is no JSON object from hash to document"],
    ["a list", `["${VERSION}"]`, "is no JSON object from hash to document"],
    ["documents that are no texts", '{"abc":{"kind":"Document"}}', "is no JSON object from hash to document"],
  ])("stop the start where the manifest is %s", async (_what, content, problem) => {
    await writeFile(manifest, content);

    await expect(trustedDocumentsFor(readSettings(env("accept")))).rejects.toEqual(
      new StartupError(`TRUSTED_DOCUMENTS_MANIFEST ${manifest} ${problem}.`, 78),
    );
  });

  test("stop the start where the manifest is not there", async () => {
    const absent = { ...env("accept"), TRUSTED_DOCUMENTS_MANIFEST: join(folder, "absent.json") };

    await expect(trustedDocumentsFor(readSettings(absent))).rejects.toMatchObject({
      message: expect.stringMatching(/absent\.json is not there\.$/),
      exitCode: 78,
    });
  });
});

test("the service ends with 78 and one line where a document cannot be answered", async () => {
  await writeFile(manifest, JSON.stringify({ abc: VERSION, def: "query Wrong { syncPolicies { version } }" }));
  const service = RunningService.spawn({ PORT: "0", DATABASE_URL: "postgres://127.0.0.1:1/none", ...env("require") });

  expect(await service.ended()).toBe(78);
  expect(service.log).toBe(
    `TRUSTED_DOCUMENTS_MANIFEST ${manifest}: the document def cannot be answered. Cannot query field "syncPolicies" on type "Query". Did you mean "syncPolicy"?\n`,
  );
});
