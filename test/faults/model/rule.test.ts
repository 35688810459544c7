import { describe, expect, test } from "@jest/globals";
import { areSame, NAMES } from "../../../faults/src/model/names.js";
import { decide } from "../../../faults/src/model/rule.js";
import { nameKey } from "../../../src/domain/name-key.js";
import { firstAuthenticationCases } from "../../support/first-authentication-cases.js";

const LETTERS = { A: NAMES[0]?.[0] ?? "", B: NAMES[2]?.[0] ?? "", C: NAMES[4]?.[0] ?? "" };

describe("the model that the faults are judged by", () => {
  test.each(firstAuthenticationCases)("decides row $row as the published rule has it", (row) => {
    const { nameBefore, nameAfter, memberName, memberAuthenticated: isAuthenticated } = row;
    const names = { nameBefore: LETTERS[nameBefore], nameAfter: LETTERS[nameAfter], memberName: LETTERS[memberName] };

    const decision = decide({ ...names, isAuthenticated, hasSameCertificate: false });

    const { synchronized, reason, tableCase } = row;
    expect(decision).toMatchObject({ synchronized, reason, tableCase });
  });

  test("takes those names for the same that the service does", () => {
    const all = NAMES.flat();

    const disagreements = all.flatMap((one) =>
      all.filter((other) => areSame(one, other) !== (nameKey(one) === nameKey(other))).map((other) => [one, other]),
    );

    expect(disagreements).toEqual([]);
  });
});
