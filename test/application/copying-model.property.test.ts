import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { compareCommits, compareLists } from "../support/copying-model-comparison.js";
import { Given } from "../support/given.js";
import { SideBySide } from "../support/side-by-side.js";
import { startWithTwoGroups, steps } from "../support/side-by-side-steps.js";
import { openTestStorage, type TestStorage } from "../support/test-storage.js";

/*
 * For a longer run: MODEL_RUNS=5000 npm test -- copying-model. MODEL_SEED repeats the run of a seed that a failure names.
 */
const RUNS = Number(process.env.MODEL_RUNS ?? 150);
const SEED = process.env.MODEL_SEED === undefined ? {} : { seed: Number(process.env.MODEL_SEED) };
const STEPS = 40;

let storage: TestStorage;

beforeAll(async () => {
  storage = await openTestStorage();
});

afterAll(() => storage.close());

describe("deriving what members share", () => {
  test(
    "shows at every moment what copying it would show",
    async () => {
      await fc.assert(agreement(storage), { numRuns: RUNS, ...SEED });
    },
    60_000 + RUNS * 1_000,
  );
});

describe("the comparison", () => {
  const RULE = [
    "member.group_id = synchronization.group_id",
    "member.revision < synchronization.revision",
    "member.name_key = ANY (synchronization.name_keys)",
  ];

  test.each([
    ["members of every group", RULE.slice(1)],
    [
      "members that joined later",
      RULE.with(1, "(member.revision < synchronization.revision OR member.id <> member.group_id)"),
    ],
    ["members of any name", RULE.slice(0, 2)],
    ["the master itself", RULE.with(1, "member.revision <= synchronization.revision")],
    ["nobody by the name after", RULE.with(2, "member.name_key = synchronization.name_before_key")],
  ])("fails where a synchronization reaches %s", async (_title, conditions) => {
    const broken = await openTestStorage();
    await broken.dataSource.query(
      `CREATE OR REPLACE FUNCTION reaches(synchronization synchronizations, member enterprise_accounts) RETURNS boolean
      LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN ${conditions.join(" AND ")}`,
    );

    const result = await fc.check(agreement(broken), { numRuns: 100, seed: 1, endOnFailure: true });

    await broken.close();
    expect(result.errorInstance).toMatchObject({ matcherResult: { pass: false } });
  });
});

/** The service on `storage` and the model, asked the same, agree. */
function agreement(storage: TestStorage) {
  return fc.asyncProperty(fc.commands(steps, { maxCommands: STEPS, size: "max" }), async (asked) => {
    await storage.empty();
    const both = new SideBySide(new Given(storage));
    const { model, given } = both;
    await startWithTwoGroups(both);

    await fc.asyncModelRun(() => ({ model, real: both }), asked);

    await compareLists(model, given);
    await compareCommits(model, given);
  });
}
