import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { startTestService, type TestService } from "../support/graphql-service.js";

let folder: string;
let service: TestService;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "namesake-pages-"));
  await mkdir(join(folder, "assets"));
  await writeFile(join(folder, "graphiql.html"), "<title>GraphiQL</title>");
  await writeFile(join(folder, "preview.html"), "<title>Preview</title>");
  await writeFile(join(folder, "assets", "main-abc123.js"), "export {};");
  service = await startTestService({ pages: folder });
});

afterAll(async () => {
  await service.close();
  await rm(folder, { recursive: true, force: true });
});

const get = (path: string, { url } = service) => fetch(new URL(path, url), { redirect: "manual" });

describe("the pages for people", () => {
  test("/ leads to GraphiQL", async () => {
    const { status, headers } = await get("/");

    expect({ status, location: headers.get("location") }).toEqual({ status: 302, location: "graphiql" });
  });

  test.each(["graphiql", "preview"])(
    "/%s loads nothing but the service's own files, and is asked for anew",
    async (page) => {
      const response = await get(`/${page}`);

      const policy = response.headers.get("content-security-policy") ?? "";
      const sources = policy.split(";").flatMap((directive) => directive.split(" ").slice(1));
      expect(response.status).toBe(200);
      expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
      expect(response.headers.get("cache-control")).toBe("public, max-age=0");
      expect(policy).toMatch(/default-src 'none'.*script-src 'self'(;|$)/);
      expect(new Set(sources)).toEqual(
        new Set(page === "graphiql" ? ["'none'", "'self'", "'unsafe-inline'", "data:"] : ["'none'", "'self'"]),
      );
    },
  );

  test("what they are made of is kept for ever", async () => {
    const { status, headers } = await get("/assets/main-abc123.js");

    expect({ status, cache: headers.get("cache-control") }).toEqual({
      status: 200,
      cache: "public, max-age=31536000, immutable",
    });
  });

  test.each([
    "/assets/",
    "/assets/none.js",
    "/assets/%2e%2e/graphiql.html",
    "/assets/..%2fgraphiql.html",
    "/graphiql.html",
  ])("%s is no page", async (path) => {
    const response = await get(path);

    expect(response.status).toBeGreaterThanOrEqual(403);
    expect(response.status).toBeLessThanOrEqual(404);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: expect.any(String) } }] });
  });

  test("an answer of the API runs and loads nothing in a browser", async () => {
    const { headers } = await get("/graphql");

    expect(headers.get("content-security-policy")).toBe(
      "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'",
    );
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  });
});

describe("without pages", () => {
  let bare: TestService;

  beforeAll(async () => {
    bare = await startTestService();
  });

  afterAll(() => bare.close());

  test.each(["/", "/graphiql", "/preview", "/assets/main-abc123.js"])("there is nothing at %s", async (path) => {
    const response = await get(path, bare);

    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: "NOT_FOUND" } }] });
  });
});
