import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Certificate } from "../../src/domain/certificate.js";
import type { EnterpriseAccount } from "../../src/domain/enterprise-account.js";
import type { EnterpriseName } from "../../src/domain/enterprise-name.js";
import { FIRST_AUTHENTICATION_TABLE, rowOf } from "../../src/domain/first-authentication-table.js";
import type { SyncEffect } from "../../src/domain/sync-decision.js";
import { type NameSelection, SYNC_POLICY_VERSION, SyncPolicy } from "../../src/domain/sync-policy.js";
import {
  alike,
  firstAuthenticationCases as cases,
  type FirstAuthenticationCase,
  nameSets,
  namesOf,
} from "../support/first-authentication-cases.js";
import { aCertificate, aMember, aName, CREDIT_CODES } from "../support/samples.js";

/** M is the member's name, N0 the master's before and N1 after; of two rows, the second is of an authenticated member. */
const combinations: readonly [rows: [number, number], sameBefore: boolean, sameAfter: boolean, unchanged: boolean][] = [
  [[1, 3], true, true, true],
  [[2, 4], true, false, false],
  [[5, 8], false, true, false],
  [[6, 9], false, false, true],
  [[7, 10], false, false, false],
];

const impossible: readonly [sameBefore: boolean, sameAfter: boolean, unchanged: boolean][] = [
  [true, true, false],
  [true, false, true],
  [false, true, true],
];

describe("which members receive the master's first authentication", () => {
  describe.each(nameSets)("by %s", (_what, names) => {
    test.each(cases)("row $row: $nameBefore to $nameAfter, member $memberName", (row) => {
      const { before, after, member } = namesOf(row, names);
      const policy = SyncPolicy.forFirstAuthentication(before, after);

      const decision = policy.decide(aMember(member.value, { authenticated: row.memberAuthenticated }));

      const { synchronized, reason, tableCase, provenance } = row;
      expect(decision).toMatchObject({ synchronized, reason, tableCase, provenance });
    });
  });

  test("is the rule of the help page of 2025-02-25", () => {
    expect(SYNC_POLICY_VERSION).toBe("2025-02-25");
  });

  test("is told by the same table, row by row", () => {
    const rows = cases.map(({ provenance, synchronized, reason, ...row }) => row);

    expect(FIRST_AUTHENTICATION_TABLE).toEqual(rows);
  });

  test.each(combinations)("is told by rows %j if M = N0: %p, M = N1: %p, N0 = N1: %p", (rows, ...names) => {
    const [memberBearsNameBefore, memberBearsNameAfter, nameUnchanged] = names;

    const found = [false, true].map((memberAuthenticated) =>
      rowOf({ memberBearsNameBefore, memberBearsNameAfter, nameUnchanged, memberAuthenticated }),
    );

    expect(found.map(({ row }) => row)).toEqual(rows);
  });

  test.each(impossible)("cannot be told if M = N0: %p, M = N1: %p, N0 = N1: %p", (...names) => {
    const [memberBearsNameBefore, memberBearsNameAfter, nameUnchanged] = names;
    const combination = { memberBearsNameBefore, memberBearsNameAfter, nameUnchanged, memberAuthenticated: true };

    expect(() => rowOf(combination)).toThrow("Sameness of names is an equivalence");
  });
});

describe("the effect on a member", () => {
  const effects: readonly [row: number, sameCertificate: SyncEffect, other: SyncEffect, unknown: SyncEffect][] = [
    [1, "GRANT", "GRANT", "GRANT"],
    [2, "GRANT", "GRANT", "GRANT"],
    [3, "CONFIRM", "REPLACE", "REPLACE"],
    [4, "REPLACE", "REPLACE", "REPLACE"],
    [5, "GRANT", "GRANT", "GRANT"],
    [6, "NONE", "NONE", "NONE"],
    [7, "NONE", "NONE", "NONE"],
    [8, "CONFIRM", "REPLACE", "REPLACE"],
    [9, "NONE", "NONE", "NONE"],
    [10, "NONE", "NONE", "NONE"],
  ];
  const [certificate, another] = CREDIT_CODES.map((number) => aCertificate({ number })) as [Certificate, Certificate];

  test.each(effects)("row %i: with the same certificate %s, with another %s, with an unknown one %s", (...effect) => {
    const [number, same, other, unknown] = effect;
    const row = cases.find((candidate) => candidate.row === number) as FirstAuthenticationCase;
    const { before, after, member } = namesOf(row, { A: alike("甲公司"), B: alike("乙公司"), C: alike("丙公司") });
    const effectOf = (masters: Certificate | null, members: Certificate | null) =>
      SyncPolicy.forFirstAuthentication(before, after, masters).decide({
        enterpriseName: member,
        isAuthenticated: row.memberAuthenticated,
        authentication: row.memberAuthenticated && members ? { certificate: members } : null,
      }).effect;

    expect(effectOf(certificate, certificate)).toBe(same);
    expect(effectOf(certificate, another)).toBe(other);
    expect(effectOf(certificate, null)).toBe(unknown);
    expect(effectOf(null, certificate)).toBe(unknown);
  });
});

describe("the reason", () => {
  const policy = SyncPolicy.forFirstAuthentication(aName("甲（集团）公司"), aName("乙（集团）公司"));
  const unchanged = SyncPolicy.forFirstAuthentication(aName("甲（集团）公司"), aName("甲(集团) 公司"));

  test("is the same for a name as for who bears it", () => {
    expect(policy.reasonFor(aName("甲(集团)公司").key)).toBe("SAME_NAME_BEFORE");
    expect(policy.reasonFor(aName("乙(集团)公司").key)).toBe("SAME_NAME_AFTER");
    expect(policy.reasonFor(aName("丙(集团)公司").key)).toBe("DIFFERENT_NAME");
  });

  test("is the name before where the name after is the same", () => {
    expect(unchanged.reasonFor(aName("甲(集团)公司").key)).toBe("SAME_NAME_BEFORE");
  });

  test("is found by the keys of the names that synchronize, one where both are the same", () => {
    expect(policy.nameKeys).toEqual(["甲(集团)公司", "乙(集团)公司"]);
    expect(unchanged.nameKeys).toEqual(["甲(集团)公司"]);
  });
});

describe("the explanation", () => {
  const explanations: readonly [what: string, before: string, after: string, member: string, explanation: string][] = [
    [
      "the member bears the name before",
      "甲（集团）公司",
      "乙公司",
      "甲(集团)公司",
      'Synchronized because the member\'s name "甲(集团)公司" is the same as "甲（集团）公司", the master\'s name before the authentication.',
    ],
    [
      "the member bears the name after",
      "甲公司",
      "Acme  LTD",
      "acme ltd",
      'Synchronized because the member\'s name "acme ltd" is the same as "Acme  LTD", the name that the master is authenticated under.',
    ],
    [
      "the member bears a third name",
      "甲公司",
      "乙公司",
      "丙公司",
      'Not synchronized because the member\'s name "丙公司" is neither the same as "甲公司", the master\'s name before the authentication, nor as "乙公司", the name that the master is authenticated under; it would have to be the same as one of them.',
    ],
    [
      "the member bears another name than the master before and after",
      "甲（集团）公司",
      "甲(集团)公司",
      "丙公司",
      'Not synchronized because the member\'s name "丙公司" is not the same as "甲(集团)公司", the master\'s name before the authentication and after it; it would have to be.',
    ],
  ];

  test.each(explanations)("says that %s", (_what, before, after, member, explanation) => {
    const policy = SyncPolicy.forFirstAuthentication(aName(before), aName(after));

    expect(policy.decide(aMember(member)).explanation).toBe(explanation);
  });

  test("is one sentence with the names in it, whatever they are", () => {
    fc.assert(
      fc.property(anyPolicy(), anyMember(), ({ before, after, policy }, member) => {
        const { explanation, reason } = policy.decide(member);

        const masters = before.equals(after) ? [after] : [before, after];
        const named = { SAME_NAME_BEFORE: [before], SAME_NAME_AFTER: [after], DIFFERENT_NAME: masters }[reason];
        for (const name of [member.enterpriseName, ...named]) expect(explanation).toContain(`"${name.value}"`);
        expect(explanation).toMatch(/^[A-Z][^.]+\.$/);
      }),
    );
  });
});

describe("a decision", () => {
  test("does not depend on who the member is, since when, and how its group came to be as it is", () => {
    const twin = fc.record({
      id: fc.uuid(),
      groupId: fc.uuid(),
      revision: fc.integer({ min: 1 }),
      createdAt: fc.date({ noInvalidDate: true }),
    });
    const authenticated = fc.boolean();

    fc.assert(
      fc.property(anyPolicy(), anyName(), authenticated, twin, twin, ({ policy }, name, authenticated, one, other) => {
        const decision = policy.decide(aMember(name, { authenticated, ...one }));

        expect(policy.decide(aMember(name, { authenticated, ...other }))).toEqual(decision);
      }),
    );
  });

  test("does not depend on what was decided for others, nor when", () => {
    fc.assert(
      fc.property(anyPolicy(), anyMembers(), anyMembers(), ({ before, after, policy }, members, others) => {
        const alone = members.map((member) => policyOf(before, after).decide(member));

        for (const other of others) policy.decide(other);
        const backwards = members.toReversed().map((member) => policy.decide(member));

        expect(backwards.toReversed()).toEqual(alone);
      }),
    );
  });

  test("does not depend on the member's status but for its effect, its row and its provenance", () => {
    fc.assert(
      fc.property(anyPolicy(), anyName(), ({ policy }, name) => {
        const [yes, no] = [true, false].map((authenticated) => policy.decide(aMember(name, { authenticated })));

        expect(yes?.synchronized).toBe(no?.synchronized);
        expect(yes?.reason).toBe(no?.reason);
        expect(yes?.explanation).toBe(no?.explanation);
      }),
    );
  });
});

describe("the selection of members", () => {
  const reasons = [undefined, null, "SAME_NAME_BEFORE", "SAME_NAME_AFTER", "DIFFERENT_NAME"] as const;
  const filters = [undefined, null, true, false].flatMap((synchronized) =>
    reasons.map((reason) => ({
      ...(synchronized !== undefined && { synchronized }),
      ...(reason !== undefined && { reason }),
    })),
  );

  test.each(filters)("of %j holds those that are decided so", (filter) => {
    fc.assert(
      fc.property(anyPolicy(), anyMembers(), ({ policy }, members) => {
        const selection = policy.select(filter);

        const decidedSo = members.filter((member) => {
          const { synchronized, reason } = policy.decide(member);
          return synchronized === (filter.synchronized ?? synchronized) && reason === (filter.reason ?? reason);
        });
        expect(members.filter((member) => holds(selection, member))).toEqual(decidedSo);
      }),
    );
  });

  test("of all members asks for no name", () => {
    const policy = SyncPolicy.forFirstAuthentication(aName("甲公司"), aName("乙公司"));

    expect(policy.select({})).toBeNull();
  });
});

/** One of few names, in one of the ways to write it. */
function anyName(): fc.Arbitrary<string> {
  return fc.constantFrom("甲（集团）公司", "甲(集团) 公司", "ACME  Ltd", "acme ltd", "𠮷野", "吉野", '示例"丁"公司');
}

function anyPolicy(): fc.Arbitrary<{ before: EnterpriseName; after: EnterpriseName; policy: SyncPolicy }> {
  const name = anyName().map(aName);
  return fc.tuple(name, name).map(([before, after]) => ({
    before,
    after,
    policy: policyOf(before, after),
  }));
}

function policyOf(before: EnterpriseName, after: EnterpriseName): SyncPolicy {
  return SyncPolicy.forFirstAuthentication(before, after, aCertificate());
}

function anyMember(): fc.Arbitrary<EnterpriseAccount> {
  return fc.tuple(anyName(), fc.boolean()).map(([name, authenticated]) => aMember(name, { authenticated }));
}

function anyMembers(): fc.Arbitrary<EnterpriseAccount[]> {
  return fc.array(anyMember(), { maxLength: 12 });
}

function holds(selection: NameSelection | null, { enterpriseName }: EnterpriseAccount): boolean {
  return selection === null || selection.nameKeys.includes(enterpriseName.key) === selection.bearing;
}
