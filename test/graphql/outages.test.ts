import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { OutcomeUnknown } from "../../src/application/outcome-unknown.js";
import { StorageUnavailable } from "../../src/application/storage-unavailable.js";
import type { Storage } from "../../src/application/unit-of-work.js";
import { startTestService, type TestService } from "../support/graphql-service.js";

let service: TestService;
/** What the next unit of work of a kind fails for; none, if nothing is said. */
let failing: { reads?: Error; writes?: Error };

beforeAll(async () => {
  service = await startTestService({ aroundStorage: unreliable });
});

afterAll(() => service.close());

function unreliable(storage: Storage): Storage {
  return {
    unitOfWorkOf: (caller) => {
      const unitOfWork = storage.unitOfWorkOf(caller);
      return {
        ask: (work) => (failing.reads ? Promise.reject(failing.reads) : unitOfWork.ask(work)),
        read: (work) => (failing.reads ? Promise.reject(failing.reads) : unitOfWork.read(work)),
        write: (work) => (failing.writes ? Promise.reject(failing.writes) : unitOfWork.write(work)),
      };
    },
  };
}

async function ask(query: string) {
  const headers = { "content-type": "application/json" };
  const response = await fetch(service.url, { method: "POST", headers, body: JSON.stringify({ query }) });
  const { data, errors = [] } = (await response.json()) as {
    data: unknown;
    errors?: { extensions: { code: string } }[];
  };
  return { status: response.status, retryAfter: response.headers.get("retry-after"), data, errors };
}

const REGISTERED = "... on MasterAccountRegistered { account { id members { nodes { id } } } }";
const register = (selection: string) => `registerMasterAccount(input: { enterpriseName: "Acme Ltd" }) { ${selection} }`;
const unavailable = new StorageUnavailable("It is away.");

const outages: readonly [what: string, document: string, fails: typeof failing, status: number, code: string][] = [
  ["a query", "{ enterpriseAccounts { nodes { id } } }", { reads: unavailable }, 503, "SERVICE_UNAVAILABLE"],
  ["a change", `mutation { ${register("__typename")} }`, { writes: unavailable }, 503, "SERVICE_UNAVAILABLE"],
  [
    "the end of a change",
    `mutation { ${register("__typename")} }`,
    { writes: new OutcomeUnknown() },
    504,
    "OUTCOME_UNKNOWN",
  ],
  [
    "what is read after a change",
    `mutation { ${register(REGISTERED)} }`,
    { reads: unavailable },
    504,
    "OUTCOME_UNKNOWN",
  ],
  [
    "a change that others may have come before",
    `mutation { first: ${register("__typename")} second: ${register("__typename")} }`,
    { writes: unavailable },
    504,
    "OUTCOME_UNKNOWN",
  ],
];

describe("an outage", () => {
  test.each(outages)("at %s is told by the status, and by the code", async (_what, document, fails, status, code) => {
    failing = fails;

    const answer = await ask(document);

    expect(answer).toMatchObject({ status, retryAfter: "1", errors: [{ extensions: { code } }] });
  });

  test("of a part is told by the code alone, where the rest is answered", async () => {
    failing = { reads: unavailable };

    const answer = await ask('{ syncPolicy { version } enterpriseAccount(id: "nothing") { id } }');

    expect(answer).toMatchObject({
      status: 200,
      retryAfter: null,
      data: { syncPolicy: { version: "2025-02-25" }, enterpriseAccount: null },
      errors: [{ extensions: { code: "SERVICE_UNAVAILABLE" } }],
    });
  });
});
