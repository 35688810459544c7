import { describe, expect, test } from "@jest/globals";
import { Given } from "../support/given.js";
import { InMemoryStorage } from "../support/in-memory-storage.js";
import { aName } from "../support/samples.js";

const DAY_MS = 24 * 60 * 60 * 1_000;
const BEGINNING = Date.UTC(2026, 0, 1);

/** A world whose time is what the test says. */
function aWorld() {
  const { environment, storage } = new Given(new InMemoryStorage());
  const clock = { days: 0 };
  return { clock, given: new Given(storage, { ...environment, now: () => new Date(BEGINNING + clock.days * DAY_MS) }) };
}

const register = ({ useCases }: Given, idempotencyKey: string) =>
  useCases.registerMaster.execute({ enterpriseName: aName("Acme Ltd"), reference: null, idempotencyKey });

describe("an idempotency key", () => {
  test.each([
    ["is remembered for as many days as is said", 30, 0, true],
    ["is forgotten after that", 30.01, 1, false],
  ])("%s", async (_what, days, forgotten, replayed) => {
    const { clock, given } = aWorld();
    await register(given, "key");
    clock.days = days;

    const answer = await given.useCases.forgetKeys.execute({ afterDays: 30 });

    expect(answer).toBe(forgotten);
    expect(await register(given, "key")).toMatchObject({ replayed });
  });
});

describe("more keys than one transaction forgets", () => {
  const COUNT = 2_500;

  async function aWorldOfKeys() {
    const world = aWorld();
    await Promise.all(Array.from({ length: COUNT }, (_, index) => register(world.given, `key ${index}`)));
    world.clock.days = 31;
    return world.given;
  }

  test("are forgotten by several", async () => {
    const given = await aWorldOfKeys();

    expect(await given.useCases.forgetKeys.execute({ afterDays: 30 })).toBe(COUNT);
    expect(await given.useCases.forgetKeys.execute({ afterDays: 30 })).toBe(0);
  });

  test("are left for another time where it is to stop", async () => {
    const given = await aWorldOfKeys();

    const forgotten = await given.useCases.forgetKeys.execute({ afterDays: 30, signal: AbortSignal.abort() });

    expect(forgotten).toBe(1_000);
  });
});
