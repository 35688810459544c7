import { describe, expect, test } from "@jest/globals";
import type { SentRequest } from "../../../faults/src/scenarios/sigterm/steady-client.js";
import { problemsWith, type Termination } from "../../../faults/src/scenarios/sigterm/termination.js";

describe("a replica that was told to end", () => {
  test.each<[string, Partial<Termination>]>([
    ["answers what it is sent meanwhile", { requests: [answered({ sentAt: 200 })] }],
    ["may lose what is sent on an idle connection as it closes it", { requests: [lost({ sentAt: 1_010 })] }],
    ["may lose what it has not taken on as its listener closes", { requests: [lost({ sentAt: 900, isFirst: true })] }],
  ])("%s", (_title, seen) => {
    expect(problemsWith(aTermination(seen))).toEqual([]);
  });

  test.each<[string, Partial<Termination>, RegExp]>([
    ["must not lose what was sent before", { requests: [lost({ sentAt: -10 })] }, /was sent -10 ms after SIGTERM/],
    ["must not lose what is sent while it drains", { requests: [lost({ sentAt: 900 })] }, /was sent 900 ms/],
    [
      "must not lose the answer to what it did",
      { requests: [lost({ sentAt: 1_010 })], doneKeys: new Set(["one"]) },
      /was done, and not answered/,
    ],
    [
      "must not cut off an answer",
      { requests: [lost({ sentAt: 1_010, cutOffBytes: 5 })] },
      /was cut off after 5 bytes/,
    ],
    ["must not keep a connection while it drains", { requests: [answered({ sentAt: 200 }, "keep-alive")] }, /without/],
    ["must not be ready any more", { unreadyAt: 900 }, /ready for 900 ms more/],
    ["must end in time", { endedAt: 10_500 }, /ended after 10500 ms/],
    ["must end well", { code: null }, /ended with null/],
  ])("%s", (_title, seen, problem) => {
    expect(problemsWith(aTermination(seen))).toEqual([expect.stringMatching(problem)]);
  });
});

function aTermination(seen: Partial<Termination>): Termination {
  return { toldAt: 0, unreadyAt: 20, endedAt: 1_500, code: 0, requests: [], doneKeys: new Set(), ...seen };
}

function lost(request: Partial<SentRequest>): SentRequest {
  return { key: "one", sentAt: 0, isFirst: false, cutOffBytes: 0, answer: null, ...request };
}

function answered(request: Partial<SentRequest>, connection = "close"): SentRequest {
  return lost({ ...request, answer: { status: 200, headers: new Map([["connection", connection]]), body: "{}" } });
}
