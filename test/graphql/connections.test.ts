import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { ConnectionAnswer } from "../support/graphql-answers.js";
import type { Variables } from "../support/graphql-client.js";
import {
  type ConnectionName,
  type Connections,
  emptyConnections,
  fullConnections,
  readPage,
} from "../support/graphql-connections.js";
import { startTestService, type TestService } from "../support/graphql-service.js";

const names: readonly ConnectionName[] = [
  "enterpriseAccounts",
  "members",
  "authenticationHistory",
  "preview members",
  "preview members that are synchronized",
  "preview members that are not",
  "synchronization members",
];

const ALL: Variables = { first: 100 };

let service: TestService;
let full: Connections;
let empty: Connections;

beforeAll(async () => {
  service = await startTestService();
  full = await fullConnections(service);
  empty = await emptyConnections(service);
});

afterAll(() => service.close());

type Page = ConnectionAnswer<unknown>;

/** What a page of `edges` looks like. */
function pageOf(edges: Page["edges"], { previous, next }: { previous: boolean; next: boolean }): Page {
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      hasPreviousPage: previous,
      hasNextPage: next,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

describe.each(names)("the connection of %s", (name) => {
  const read = (page: Variables = {}) => readPage(service.client, full[name], page);
  const size = name === "preview members" ? 50 : 25;

  test("holds every element once", async () => {
    const whole = await read(ALL);

    expect(whole.edges).toHaveLength(size);
    expect(new Set(whole.edges.map(({ cursor }) => cursor)).size).toBe(size);
    expect(whole).toEqual(pageOf(whole.edges, { previous: false, next: false }));
  });

  test.each([1, 2, 3, 100])("is the same read forwards by %i", async (first) => {
    const { edges } = await read(ALL);

    for (let start = 0; start < size; start += first) {
      const page = await read({ first, ...(start > 0 && { after: edges[start - 1]?.cursor }) });

      const expected = edges.slice(start, start + first);
      expect(page).toEqual(pageOf(expected, { previous: start > 0, next: start + first < size }));
    }
  });

  test.each([1, 2, 3, 100])("is the same read backwards by %i", async (last) => {
    const { edges } = await read(ALL);

    for (let end = size; end > 0; end -= last) {
      const page = await read({ last, ...(end < size && { before: edges[end]?.cursor }) });

      const expected = edges.slice(Math.max(0, end - last), end);
      expect(page).toEqual(pageOf(expected, { previous: end - last > 0, next: end < size }));
    }
  });

  test("shows the first 20 where no number is given, or null", async () => {
    const { edges } = await read(ALL);

    const pages = [await read(), await read({ first: null, after: null, last: null, before: null })];

    const expected = pageOf(edges.slice(0, 20), { previous: false, next: true });
    expect(pages).toEqual([expected, expected]);
  });

  test.each<[what: string, Variables, after: number, before: number, first: number, last: number]>([
    ["everything", { first: 100 }, 3, 10, 4, 10],
    ["the first ones", { first: 2 }, 3, 10, 4, 6],
    ["the last ones", { last: 2 }, 3, 10, 8, 10],
    ["exactly as many as are asked for", { first: 6 }, 3, 10, 4, 10],
    ["nothing where they are neighbours", { first: 2 }, 3, 4, 4, 4],
    ["nothing where they are one", { last: 2 }, 3, 3, 3, 3],
    ["nothing where they are the wrong way round", { first: 2 }, 10, 3, 3, 3],
  ])("shows %s between two cursors", async (_what, limit, after, before, first, last) => {
    const { edges } = await read(ALL);

    const page = await read({ ...limit, after: edges[after]?.cursor, before: edges[before]?.cursor });

    expect(page).toEqual(pageOf(edges.slice(first, last), { previous: true, next: true }));
  });

  test.each([
    ["first", { first: 0 }],
    ["first", { first: -1 }],
    ["first", { first: 101 }],
    ["last", { last: 0 }],
    ["last", { last: -1 }],
    ["last", { last: 101 }],
    ["last", { first: 1, last: 1 }],
  ])("refuses `%s` of %j", async (argument, limit) => {
    const { document, variables, path } = full[name];

    const errors = await service.client.errors(document, { ...variables, ...limit });

    const message = "first" in limit && "last" in limit ? /, not both\.$/ : / is from 1 to 100\.$/;
    const extensions = { code: "BAD_USER_INPUT", argument: [argument], reason: "INVALID_PAGE_SIZE" };
    expect(errors).toMatchObject([{ message: expect.stringMatching(message), path, extensions }]);
  });

  test("is empty where there is nothing", async () => {
    const pages = [
      await readPage(service.client, empty[name]),
      await readPage(service.client, empty[name], { last: 1 }),
    ];

    const nothing = pageOf([], { previous: false, next: false });
    expect(pages).toEqual([nothing, nothing]);
  });
});
