import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { Caller, SCOPES, type Scope } from "../../../src/application/caller.js";
import { schemaOf } from "../../../src/graphql/schema.js";
import { type AskingService, startAskingService } from "../../support/callers/asking-service.js";
import { BAD_TOKENS } from "../../support/callers/bad-tokens.js";
import { FIELD_SCOPES } from "../../support/callers/field-scopes.js";
import { type Claims, claimsOf, secondsNow } from "../../support/callers/issuer.js";
import type { Prepared } from "../../support/callers/starts.js";
import { documentOf, fieldsOf, nameOf, takenOn, type Way, wayTo } from "../../support/callers/ways.js";
import type { Answer, GraphqlClient } from "../../support/graphql-client.js";
import { newId } from "../../support/samples.js";

/*
 * Each operation and each field of the schema, asked over HTTP by every kind of caller. A field that is new to the schema
 * fails until field-scopes.ts says what it takes, and starts.ts how a client comes to it.
 */

const schema = schemaOf();
const fields = fieldsOf(schema);

let service: AskingService;
let ownGroup: string;

beforeAll(async () => {
  service = await startAskingService();
  const master = await service.given.master("Own Ltd", "own-head");
  await service.given.members(master, "Own Ltd", "Own Ltd");
  await service.given.synchronized(master, "Own Holdings Ltd");
  ownGroup = master.id;
});

afterAll(() => service.close());

/** Who asks, in everything but its scopes and its groups. */
const SUBJECT = "caller";

async function prepared({ start }: Way): Promise<Prepared> {
  const caller = Caller.of({ subject: SUBJECT, requestId: "request-0" }, SCOPES, null);
  return start.prepare(service.given, service.given.useCasesOf(caller));
}

function ask(client: GraphqlClient, way: Way, variables: Prepared["variables"]): Promise<Answer<unknown>> {
  return client.answer(documentOf(schema, way, Object.keys(variables)), variables);
}

async function askedBy(claims: (groupIds: readonly string[]) => Claims, way: Way): Promise<Answer<unknown>> {
  const { variables, groupIds } = await prepared(way);
  return ask(await service.clientOf(claims(groupIds)), way, variables);
}

/** The values at the end of a way, one for each element of the lists on it. */
function valuesOf({ data }: Answer<unknown>, { steps }: Way): unknown[] {
  return steps.reduce<unknown[]>(
    (values, { field }) => values.flatMap((value) => (value as Record<string, unknown> | null)?.[field] ?? []),
    [data],
  );
}

test("every field of the schema is classified, and nothing else is", () => {
  const classified = Object.entries(FIELD_SCOPES).flatMap(([type, scopes]) =>
    Object.keys(scopes).map((field) => `${type}.${field}`),
  );

  expect(classified.sort()).toEqual(fields.map(nameOf).sort());
});

describe.each(fields.map((field) => [nameOf(field), field] as const))("%s", (_name, field) => {
  const way = wayTo(schema, field);
  const taken = takenOn(way);

  test(`is answered to whoever has ${[...taken.keys()].join(" and ") || "no scope at all"}, in its own groups`, async () => {
    const right = await askedBy((groupIds) => claimsOf(groupIds, [...taken.keys()]), way);

    expect(right.errors).toBeUndefined();
    if (taken.size > 0 && !isNullable(way)) expect(valuesOf(right, way)).not.toEqual([]);
  });

  for (const [scope, place] of taken) {
    test(`is forbidden without ${scope}, which ${place.join(".")} takes`, async () => {
      const others = SCOPES.filter((other) => other !== scope);

      const { errors = [] } = await askedBy((groupIds) => claimsOf(groupIds, others), way);

      expect(errors.length).toBeGreaterThan(0);
      for (const { message, extensions, path } of errors) {
        expect({ message, extensions }).toEqual({
          message: `This takes the scope ${scope}.`,
          extensions: { code: "FORBIDDEN", scope },
        });
        expect(path?.filter((part) => typeof part === "string")).toEqual(place);
      }
    });
  }

  test("is in another caller's group as if it did not exist, in as many statements", async () => {
    const { variables } = await prepared(way);
    const stranger = await service.clientOf(claimsOf([ownGroup], SCOPES, "stranger"));
    const answers: Answer<unknown>[] = [];

    const statements = [];
    for (const given of [variables, withUnknownIds(variables)]) {
      const run = await service.statements.during(async () => answers.push(await ask(stranger, way, given)));
      statements.push(run.map((statement) => statement.split(" ", 2).join(" ")));
    }

    const [there, nowhere] = answers.map(withoutIds);
    expect(there).toEqual(nowhere);
    expect(JSON.stringify(answers[0])).not.toMatch(/hidden/i);
    expect(statements[0]).toEqual(statements[1]);
  });

  test("is answered to nobody, and nothing is looked at", async () => {
    const { variables, groupIds } = await prepared(way);
    const claims = claimsOf(groupIds);
    const body = JSON.stringify({ query: documentOf(schema, way, Object.keys(variables)), variables });
    const request = (authorization: string | null) =>
      fetch(service.url, {
        method: "POST",
        headers: { "content-type": "application/json", ...(authorization !== null && { authorization }) },
        body,
      });

    const statements = await service.statements.during(async () => {
      await expectUnauthenticated(await request(null), "no token", "Bearer");
      for (const [what, header] of BAD_TOKENS) {
        const response = await request(await header(service.issuer, claims));
        await expectUnauthenticated(response, what, 'Bearer error="invalid_token"');
      }
    });

    expect(statements).toEqual([]);
  });

  test("is answered to whoever's token ended less than a minute ago", async () => {
    const ended = (groupIds: readonly string[]) => ({ ...claimsOf(groupIds), exp: secondsNow() - 50 });

    const { errors } = await askedBy(ended, way);

    expect(errors).toBeUndefined();
  });
});

describe.each(SCOPES.filter((scope) => scope !== "certificates:read" && scope !== "groups:create"))(
  "without %s",
  (scope: Scope) => {
    const roots = fields.filter(({ type, field }) => FIELD_SCOPES[type]?.[field]?.includes(scope as never));

    test.each(roots.filter(({ type }) => type === "Query" || type === "Mutation").map(nameOf))(
      "%s looks at nothing",
      async (name) => {
        const [type = "", field = ""] = name.split(".");
        const way = wayTo(schema, { type, field });
        const { variables, groupIds } = await prepared(way);
        const others = SCOPES.filter((other) => other !== scope);
        const client = await service.clientOf(claimsOf(groupIds, others));

        const statements = await service.statements.during(() => ask(client, way, variables));

        expect(statements).toEqual([]);
      },
    );
  },
);

async function expectUnauthenticated(response: Response, what: string, challenge: string): Promise<void> {
  const { status, headers } = response;
  const answer = { what, status, challenge: headers.get("www-authenticate"), ...((await response.json()) as object) };
  const message = "A bearer token is needed that says who is calling.";
  const errors = [{ message, extensions: { code: "UNAUTHENTICATED" } }];
  expect(answer).toEqual({ what, status: 401, challenge, errors });
}

/** What may be null of an object that is as full as starts.ts makes it. */
function isNullable({ steps }: Way): boolean {
  return ["tableCase", "reason", "startCursor", "howToBeGranted"].includes(steps.at(-1)?.field ?? "");
}

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const THING = new RegExp(`${ID.source}|hidden-\\w+`, "g");
const TIME = /\d{4}-\d\d-\d\dT[\d:.]+Z/g;

/** The same, of things that are nowhere: by their ids, and by the references that lists are filtered by. */
function withUnknownIds(variables: Prepared["variables"]): Prepared["variables"] {
  return JSON.parse(JSON.stringify(variables).replaceAll(THING, () => newId()));
}

function withoutIds(answer: Answer<unknown>): unknown {
  return JSON.parse(JSON.stringify(answer).replaceAll(ID, "id").replaceAll(TIME, "time"));
}
