import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { SyncEffect } from "../../src/domain/sync-decision.js";
import {
  type FirstAuthenticationCase,
  firstAuthenticationCases,
  nameSets,
  namesOf,
} from "../support/first-authentication-cases.js";
import { as, type CertificateAnswer } from "../support/graphql-answers.js";
import { startTestService, type TestService } from "../support/graphql-service.js";
import { CREDIT_CODES } from "../support/samples.js";

const certificate: CertificateAnswer = { country: "CN", type: "BUSINESS_LICENSE", number: CREDIT_CODES[0] };
const otherCertificate: CertificateAnswer = { ...certificate, number: CREDIT_CODES[1] };

/** By row: what happens to a member that is not authenticated, or with another certificate than the master's, or with its. */
const effects: Record<number, Partial<Record<"none" | "other" | "same", SyncEffect>>> = {
  1: { none: "GRANT" },
  2: { none: "GRANT" },
  3: { other: "REPLACE", same: "CONFIRM" },
  4: { other: "REPLACE", same: "REPLACE" },
  5: { none: "GRANT" },
  6: { none: "NONE" },
  7: { none: "NONE" },
  8: { other: "REPLACE", same: "CONFIRM" },
  9: { other: "NONE", same: "NONE" },
  10: { other: "NONE", same: "NONE" },
};

const cases = firstAuthenticationCases.flatMap((row) =>
  Object.entries(effects[row.row] ?? {}).map(([held, effect]) => ({ ...row, held, effect })),
);

type Names = (typeof nameSets)[number][1];

let service: TestService;

beforeAll(async () => {
  service = await startTestService();
});

afterAll(() => service.close());

describe.each(nameSets)("a master's first authentication, by %s,", (_what, names) => {
  test.each(cases)("row $row: $nameBefore to $nameAfter, member $memberName with certificate: $held", async (row) => {
    const { master, member, own } = await aGroup(row, names);
    const enterpriseName = names[row.nameAfter][1];
    const request = { accountId: master.id, enterpriseName, certificate };
    const { synchronized, reason, tableCase, provenance, effect } = row;

    const preview = as("AuthenticationPreview", await service.api.preview(request));
    const { previewToken } = preview;
    const committed = as("AuthenticationCommitted", await service.api.commit({ ...request, previewToken }));
    const memberAfter = await service.api.account(member.id);
    const history = await service.api.history(member.id);

    const before = { nameBefore: member.enterpriseName, statusBefore: member.authenticationStatus };
    const explanation = expect.stringMatching(synchronized ? /^Synchronized because / : /^Not synchronized because /);
    const decision = { synchronized, reason, tableCase, provenance, effect, explanation };
    expect(preview.members.nodes).toEqual([{ ...before, member, decision }]);
    for (const name of namesThatMatter(row, names)) {
      expect(preview.members.nodes[0]?.decision.explanation).toContain(`"${name}"`);
    }

    const shared = { authentication: committed.snapshot, authenticationOrigin: "SYNCHRONIZED" };
    const { value: nameAfter } = namesOf(row, names).after;
    const changed = { ...member, ...shared, enterpriseName: nameAfter, authenticationStatus: "AUTHENTICATED" };
    expect(memberAfter).toEqual(synchronized ? changed : member);
    expect(history.edges.map(({ origin, reason, node }) => ({ origin, reason, id: node.id }))).toEqual([
      ...(synchronized ? [{ origin: "SYNCHRONIZED", reason, id: committed.snapshot.id }] : []),
      ...(own ? [{ origin: "OWN", reason: null, id: own }] : []),
    ]);

    const [previewed] = preview.members.nodes;
    const { synchronizedCount, members } = committed.synchronization as NonNullable<typeof committed.synchronization>;
    expect(synchronizedCount).toBe(preview.synchronizedCount);
    expect(members.nodes).toEqual(synchronized ? [{ ...previewed, member: memberAfter }] : []);
  });
});

/** A master with one member, which has been authenticated by itself where the row says so. */
async function aGroup(row: FirstAuthenticationCase & { held: string }, names: Names) {
  const { api } = service;
  const registered = await api.registerMaster({ enterpriseName: names[row.nameBefore][0] });
  const master = as("MasterAccountRegistered", registered).account;
  const enterpriseName = names[row.memberName][2];
  const joined = as("MemberAccountRegistered", await api.registerMember({ masterId: master.id, enterpriseName }));
  if (!row.memberAuthenticated) return { master, member: joined.account, own: null };

  const held = row.held === "same" ? certificate : otherCertificate;
  const authenticated = await api.commit({ accountId: joined.account.id, enterpriseName, certificate: held });
  const { account, snapshot } = as("AuthenticationCommitted", authenticated);
  return { master, member: account, own: snapshot.id };
}

/** The names that the explanation has to speak of, as they are stored. */
function namesThatMatter(row: FirstAuthenticationCase, names: Names): string[] {
  const { before, member, after } = namesOf(row, names);
  return [member.value, row.reason === "SAME_NAME_BEFORE" ? before.value : after.value];
}
