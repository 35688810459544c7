import { describe, expect, test } from "@jest/globals";
import { isFaultOfTheService, saysNothingWasDone } from "../../../faults/src/load/reply-kind.js";

describe("what a reply says", () => {
  test.each<[kind: string, nothingWasDone: boolean, isFault: boolean]>([
    ["200", false, false],
    ["503 SERVICE_UNAVAILABLE", true, false],
    ["429 RATE_LIMITED", true, false],
    ["200 PREVIEW_STALE", true, false],
    ["200 SERVICE_UNAVAILABLE, in part", false, false],
    ["504 OUTCOME_UNKNOWN", false, false],
    ["no answer", false, false],
    ["500 INTERNAL_SERVER_ERROR", false, true],
    ["200 INTERNAL_SERVER_ERROR, in part", false, true],
    ["400 BAD_USER_INPUT", false, true],
    ["502 WITHOUT CODE", false, true],
  ])("%s", (kind, nothingWasDone, isFault) => {
    expect([saysNothingWasDone(kind), isFaultOfTheService(kind)]).toEqual([nothingWasDone, isFault]);
  });
});
