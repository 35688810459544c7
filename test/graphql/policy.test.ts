import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { SyncDecision } from "../../src/domain/sync-decision.js";
import { firstAuthenticationCases, nameSets, namesOf } from "../support/first-authentication-cases.js";
import { DOCUMENTS } from "../support/graphql-documents.js";
import { startTestService, type TestService } from "../support/graphql-service.js";

let service: TestService;

beforeAll(async () => {
  service = await startTestService();
});

afterAll(() => service.close());

test("the policy is told as data, row by row as it is published", async () => {
  const answer = await service.client.ask(DOCUMENTS.syncPolicy);

  expect(answer).toEqual({ syncPolicy: { version: "2025-02-25", nameKeyVersion: 1, rows: firstAuthenticationCases } });
});

describe.each(nameSets)("the policy is evaluated without accounts, by %s:", (_what, names) => {
  test.each(firstAuthenticationCases)("row $row: $nameBefore to $nameAfter, member $memberName", async (row) => {
    const input = {
      nameBefore: names[row.nameBefore][0],
      nameAfter: names[row.nameAfter][1],
      memberName: names[row.memberName][2],
      memberStatus: row.memberAuthenticated ? "AUTHENTICATED" : "NOT_AUTHENTICATED",
    };

    const answer = await service.client.ask<{ evaluateSyncPolicy: SyncDecision }>(DOCUMENTS.evaluateSyncPolicy, {
      input,
    });

    const { synchronized, reason, tableCase, provenance } = row;
    const effect = row.memberAuthenticated ? "REPLACE" : "GRANT";
    expect(answer.evaluateSyncPolicy).toEqual({
      synchronized,
      reason,
      effect: synchronized ? effect : "NONE",
      tableCase,
      provenance,
      explanation: expect.stringContaining(`"${namesOf(row, names).member.value}"`),
    });
  });
});
