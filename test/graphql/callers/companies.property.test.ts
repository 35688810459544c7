import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { Caller, type RecordedBy, SCOPES } from "../../../src/application/caller.js";
import type { Callers } from "../../../src/application/callers.js";
import type { Storage } from "../../../src/application/unit-of-work.js";
import { type AskingService, startAskingService } from "../../support/callers/asking-service.js";
import { Companies, markOf, OWNERS, ownersFor, type Step, steps, type Told } from "../../support/callers/companies.js";
import { opened } from "../../support/opened.js";

/*
 * Two companies and an auditor in one service, with an operator that reaches all. For a longer run: COMPANIES_RUNS=1000
 * npm test -- companies. COMPANIES_SEED repeats the run of a seed that a failure names.
 */
const RUNS = Number(process.env.COMPANIES_RUNS ?? 20);
const SEED = process.env.COMPANIES_SEED === undefined ? {} : { seed: Number(process.env.COMPANIES_SEED) };
const TIMEOUT_MS = 60_000 + RUNS * 5_000;

/** For the use cases, whoever calls may do everything everywhere: the storage alone knows who it is. */
function withoutFirstLine() {
  const honest = new WeakMap<RecordedBy, Caller>();
  return {
    around: (callers: Callers): Callers => ({
      callerOf: async (authorization, requestId) => {
        const caller = await callers.callerOf(authorization, requestId);
        honest.set(caller.recordedBy, caller);
        return Caller.of(caller.recordedBy, SCOPES, null);
      },
    }),
    aroundStorage: (storage: Storage): Storage => ({
      unitOfWorkOf: (caller) => storage.unitOfWorkOf(honest.get(caller.recordedBy) ?? caller),
    }),
  };
}

describe.each([
  ["by what use cases have of the storage", { heldToGroups: false }],
  ["by that, and by row level security", { heldToGroups: true }],
  ["by row level security alone", { heldToGroups: true, ...withoutFirstLine() }],
])("companies in one service, held to their groups %s", (_how, options) => {
  let service: AskingService;

  beforeAll(async () => {
    service = await startAskingService(options);
  });

  afterAll(() => service.close());

  test(
    "no byte of what is another's is answered to any of them",
    () => fc.assert(secrecy(service), { numRuns: RUNS, ...SEED }),
    TIMEOUT_MS,
  );

  test(
    "each of them is answered as if the other were not there",
    () => fc.assert(solitude(service), { numRuns: RUNS, ...SEED }),
    TIMEOUT_MS,
  );
});

describe("companies in one service, held to their groups by nothing", () => {
  test.each([
    ["a byte of another's", secrecy],
    ["that another is there", solitude],
  ])(
    "the test finds %s in an answer",
    async (_what, property) => {
      const open = await startAskingService({ heldToGroups: false, ...withoutFirstLine() });

      const result = await fc.check(property(open), { numRuns: 50, seed: 1, endOnFailure: true });

      await open.close();
      expect(result.errorInstance).toMatchObject({ matcherResult: { pass: false } });
    },
    TIMEOUT_MS,
  );
});

function secrecy(tested: AskingService) {
  return fc.asyncProperty(steps, async (all) => {
    const companies = new Companies(tested);

    const told = await companies.play(all);

    for (const who of OWNERS) {
      const hidden = await companies.hiddenFrom(who);
      const others = OWNERS.filter((owner) => !ownersFor(who).includes(owner)).map(markOf);
      const secrets = [...others, ...hidden].map((secret) => secret.toLowerCase());
      for (const { step, id, answer } of told.filter((one) => one.step.who === who)) {
        // The id that was asked about may come back.
        const heard = opened(answer).replaceAll(id, "").toLowerCase();
        const leaks = secrets.filter((secret) => heard.includes(secret));
        expect({ step, leaks }).toEqual({ step, leaks: [] });
      }
    }
  });
}

function solitude(tested: AskingService) {
  return fc.asyncProperty(steps, async (all) => {
    const together = await new Companies(tested).play(all);
    const alone = await new Companies(tested).play(all, "south");

    const [heard, expected] = [together, alone].map((told) => heardBy("north", told));
    expect(heard).toEqual(expected);
  });
}

/** What is the same in every run of the same steps: ids by the order in which they are first heard of, and no times. */
function heardBy(who: Step["who"], told: readonly Told[]) {
  const ids = new Map<string, string>();
  return told
    .filter(({ step }) => step.who === who)
    .map(({ step, id, answer }) => {
      const named = step.of === "south" ? opened(answer).replaceAll(id, "what was asked about") : opened(answer);
      const timeless = named.replaceAll(TIME, "time").replaceAll(DIGEST, "digest");
      const same = timeless.replaceAll(ID, (found) => {
        ids.set(found, ids.get(found) ?? `id ${ids.size}`);
        return ids.get(found) as string;
      });
      return { step, answer: same };
    });
}

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const TIME = /\d{4}-\d\d-\d\dT[\d:.]+Z/g;
const DIGEST = /[\w-]{43}(?=")/g;
