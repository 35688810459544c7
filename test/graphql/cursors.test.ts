import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type ConnectionName, type Connections, fullConnections, readPage } from "../support/graphql-connections.js";
import { startTestService, type TestService } from "../support/graphql-service.js";

let service: TestService;
let connections: Connections;

beforeAll(async () => {
  service = await startTestService();
  connections = await fullConnections(service);
});

afterAll(() => service.close());

/** Connections by what their order compares: cursors are positions, and one of another order is none. */
const orders: Record<string, readonly ConnectionName[]> = {
  id: ["enterpriseAccounts", "members", "preview members"],
  revision: ["authenticationHistory"],
  "name, revision and id": [
    "preview members that are synchronized",
    "preview members that are not",
    "synchronization members",
  ],
};

const names = Object.values(orders).flat();

async function aCursor(name: ConnectionName): Promise<string> {
  const { edges } = await readPage(service.client, connections[name], { first: 5 });
  return edges[4]?.cursor as string;
}

/** The error that a cursor is answered with; undefined where it is one. */
async function refusal(name: ConnectionName, argument: "after" | "before", cursor: string) {
  const { document, variables } = connections[name];
  const [error] = await service.client.errors(document, { ...variables, [argument]: cursor });
  return error;
}

function invalid(name: ConnectionName, argument: string) {
  return {
    message: `\`${argument}\` is not a cursor of this connection.`,
    path: connections[name].path,
    extensions: { code: "BAD_USER_INPUT", argument: [argument], reason: "INVALID_CURSOR" },
  };
}

describe.each(names)("what is no cursor of %s", (name) => {
  const asCursor = (...values: unknown[]) => Buffer.from(JSON.stringify(values)).toString("base64url");

  test.each<[what: string, alter: (cursor: string) => string]>([
    ["empty", () => ""],
    ["an id", () => "01954f00-0000-7000-8000-000000000001"],
    ["a name", () => "北京示例有限公司"],
    ["cut short", (cursor) => cursor.slice(0, -1)],
    ["followed by another character", (cursor) => `${cursor}A`],
    ["padded", (cursor) => `${cursor}=`],
    ["surrounded by spaces", (cursor) => ` ${cursor} `],
    ["a cursor twice", (cursor) => cursor + cursor],
    ["of no values", () => asCursor()],
    ["of null", () => asCursor(null)],
    ["of too many values", () => asCursor(1, 2, 3)],
    ["of a list", () => asCursor([1])],
    ["of a number beyond all revisions", () => asCursor(1e300)],
    ["of SQL", () => asCursor("' OR 1 = 1; --", "' OR 1 = 1; --")],
    ["of U+0000", () => asCursor("\u0000", "01954f00-0000-7000-8000-000000000001")],
    ["JSON", () => "[1]"],
    ["long", () => asCursor("x".repeat(100_000))],
  ])("is refused: %s", async (_what, alter) => {
    const cursor = alter(await aCursor(name));

    const errors = [await refusal(name, "after", cursor), await refusal(name, "before", cursor)];

    expect(errors).toMatchObject([invalid(name, "after"), invalid(name, "before")]);
  });

  const others = Object.values(orders)
    .filter((order) => !order.includes(name))
    .flat();
  test.each(others)("is refused: a cursor of %s", async (other) => {
    const error = await refusal(name, "after", await aCursor(other));

    expect(error).toMatchObject(invalid(name, "after"));
  });

  test("is never a fault, whichever of its characters is altered", async () => {
    const cursor = await aCursor(name);
    const altered = [...cursor].map((character, index) => {
      return cursor.slice(0, index) + (character === "M" ? "N" : "M") + cursor.slice(index + 1);
    });

    const errors = await Promise.all(altered.map((one) => refusal(name, "after", one)));

    const refusals = errors.filter((error) => error !== undefined);
    for (const error of refusals) expect(error).toMatchObject(invalid(name, "after"));
    expect(refusals.length).toBeGreaterThan(altered.length / 2);
  });
});
