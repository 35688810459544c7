import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { Unauthenticated } from "../../../src/application/callers.js";
import { callersFor } from "../../../src/infrastructure/callers/callers-for.js";
import { readSettings } from "../../../src/infrastructure/settings.js";
import { StartupError } from "../../../src/infrastructure/startup-error.js";
import { claimsOf, EXPECTED, Issuer } from "../../support/callers/issuer.js";
import { answering, KeyServer } from "../../support/callers/key-server.js";

let issuer: Issuer;
let keyServer: KeyServer;
let folder: string;

beforeAll(async () => {
  issuer = await Issuer.create();
  keyServer = await KeyServer.start();
  keyServer.answer = answering(issuer.keys);
  folder = await mkdtemp(join(tmpdir(), "namesake-keys-"));
});

afterAll(async () => {
  await keyServer.goAway();
  await rm(folder, { recursive: true });
});

const AUTH = { AUTH_ISSUER: EXPECTED.issuer, AUTH_AUDIENCE: EXPECTED.audience };

async function fileWith(name: string, content: string): Promise<string> {
  await writeFile(join(folder, name), content);
  return join(folder, name);
}

describe("a service that is not told whose tokens to trust", () => {
  test.each(["127.0.0.1", "127.1.2.3", "::1", "localhost"])("takes everybody for its operator on %s", async (HOST) => {
    const callers = await callersFor(readSettings({ HOST }));

    const caller = await callers.callerOf(undefined, "request-1");

    expect(caller.recordedBy).toEqual({ subject: "anyone", requestId: "request-1" });
    expect([caller.groupIds, caller.has("certificates:read")]).toEqual([null, true]);
  });

  test.each(["0.0.0.0", "::", "10.0.0.1", "db.example", "127.0.0.1.example", "localhost.example"])(
    "does not start on %s",
    async (HOST) => {
      const starting = callersFor(readSettings({ HOST }));

      await expect(starting).rejects.toBeInstanceOf(StartupError);
      await expect(starting).rejects.toMatchObject({ exitCode: 78, message: expect.stringContaining("AUTH_ISSUER") });
    },
  );
});

describe("a service that is told", () => {
  test.each<[where: string, settings: () => Promise<NodeJS.ProcessEnv>]>([
    ["by the keys themselves", async () => ({ AUTH_JWKS: ` ${JSON.stringify(issuer.keys)}` })],
    ["by a file of the keys", async () => ({ AUTH_JWKS: await fileWith("keys.json", JSON.stringify(issuer.keys)) })],
    ["by where they are published", async () => ({ AUTH_JWKS_URL: keyServer.url.href })],
  ])("%s trusts those tokens, and no others, on any address", async (_where, settings) => {
    const callers = await callersFor(readSettings({ HOST: "0.0.0.0", ...AUTH, ...(await settings()) }));

    const caller = await callers.callerOf(`Bearer ${await issuer.sign(claimsOf("*"))}`, "request-1");
    const stranger = await Issuer.create("stranger");
    const asking = callers.callerOf(`Bearer ${await stranger.sign(claimsOf("*"))}`, "request-1");

    expect(caller.recordedBy.subject).toBe("caller");
    await expect(asking).rejects.toBeInstanceOf(Unauthenticated);
  });

  test("starts while the keys are out of reach", async () => {
    const AUTH_JWKS_URL = "http://127.0.0.1:1/keys";

    await expect(callersFor(readSettings({ ...AUTH, AUTH_JWKS_URL }))).resolves.toBeDefined();
  });

  test.each<[what: string, keys: () => Promise<string>]>([
    ["a file that is not there", async () => join(folder, "none.json")],
    ["a folder", async () => folder],
    ["a file of something else", () => fileWith("pem", "-----BEGIN PUBLIC KEY-----")],
    ["no JSON", async () => "{keys}"],
    ["a set without a key", async () => '{"keys":[]}'],
    ["a secret", async () => '{"keys":[{"kty":"oct","k":"c2VjcmV0"}]}'],
    ["a private key", async () => JSON.stringify({ keys: [await issuer.privateJwk()] })],
    [
      "a file of a private key",
      async () => fileWith("private.json", JSON.stringify({ keys: [await issuer.privateJwk()] })),
    ],
  ])("does not start with %s, and does not repeat it", async (_what, keys) => {
    const AUTH_JWKS = await keys();

    const starting = callersFor(readSettings({ ...AUTH, AUTH_JWKS }));

    await expect(starting).rejects.toEqual(
      new StartupError("AUTH_JWKS is no JSON Web Key Set of public keys, and no file that holds one.", 78),
    );
  });
});
