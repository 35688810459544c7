import { describe, expect, test } from "@jest/globals";
import { Access } from "../../src/application/access.js";
import { ImportAccounts } from "../../src/application/import-accounts.js";
import type { ImportBatch } from "../../src/application/import-batch.js";
import { BatchRefused } from "../../src/application/import-batch.js";
import type { ImportLine } from "../../src/application/import-line.js";
import { AccountNotFound, NotAMasterAccount } from "../../src/application/refusals.js";
import type { ChangingEnterpriseAccounts, GroupReference } from "../../src/application/stores.js";
import type { UnitOfWork } from "../../src/application/unit-of-work.js";
import { Given } from "../support/given.js";
import { NO_LINE } from "../support/import-line.js";
import { InMemoryStorage } from "../support/in-memory-storage.js";
import { OPERATOR } from "../support/operator.js";
import { EVERYTHING, itemsOf } from "../support/pages.js";
import { aCertificate, aName, CREDIT_CODES, newId } from "../support/samples.js";

const CERTIFIED = { certificateCountry: "CN", certificateType: "BUSINESS_LICENSE", certificateNumber: CREDIT_CODES[1] };

describe("importing a batch", () => {
  test("adds a master and its members as one change, in the order of the lines", async () => {
    const { execute, accounts } = await start();

    const result = await execute([
      { enterpriseName: "Acme Ltd", reference: "m1", masterReference: "G" },
      { enterpriseName: "Acme Group", reference: "G" },
      { enterpriseName: "Beta Ltd", masterReference: "G" },
    ]);

    expect(result).toMatchObject({ kind: "BatchImported", added: 3, present: 0, masters: ["G"], badLines: [] });
    const [master, ...members] = await accounts();
    expect(master).toMatchObject({ role: "MASTER", reference: "G", revision: 1 });
    expect(members.map(({ reference, revision, masterId }) => ({ reference, revision, masterId }))).toEqual([
      { reference: "m1", revision: 1, masterId: master?.id },
      { reference: null, revision: 1, masterId: master?.id },
    ]);
  });

  test("takes one revision of each group that it adds to, and none of the others", async () => {
    const { execute, accounts } = await start();
    await execute([
      { enterpriseName: "One", reference: "G1" },
      { enterpriseName: "Two", reference: "G2" },
      { enterpriseName: "Beta Ltd", reference: "m1", masterReference: "G2" },
    ]);

    await execute([
      { enterpriseName: "Acme Ltd", reference: "m1", masterReference: "G1" },
      { enterpriseName: "Acme Ltd", reference: "m2", masterReference: "G1" },
      { enterpriseName: "Beta Ltd", reference: "m1", masterReference: "G2" },
    ]);

    const all = await accounts();
    const revisions = all.map(({ reference, role, revision }) => `${role} ${reference} ${revision}`);
    expect(revisions.sort()).toEqual(["MASTER G1 1", "MASTER G2 1", "MEMBER m1 1", "MEMBER m1 2", "MEMBER m2 2"]);
  });

  test("leaves accounts that are there as they are", async () => {
    const { execute, accounts } = await start();
    await execute([
      { enterpriseName: "Acme Group", reference: "G" },
      { enterpriseName: "Acme Ltd", reference: "m1", masterReference: "G" },
    ]);
    const before = await accounts();

    const result = await execute([
      { enterpriseName: "Another name", reference: "G" },
      { enterpriseName: "Another name", reference: "m1", masterReference: "G", ...CERTIFIED },
    ]);

    expect(result).toMatchObject({ added: 0, present: 2 });
    expect(await accounts()).toStrictEqual(before);
  });

  test("authenticates an account by itself, under its name", async () => {
    const { given, execute, accounts } = await start();

    await execute([
      { enterpriseName: "Acme Group", reference: "G", ...CERTIFIED, authenticatedAt: "2025-03-01T08:00:00+08:00" },
      { enterpriseName: "Acme Ltd", reference: "m1", masterReference: "G", ...CERTIFIED },
    ]);

    const [master, member] = await accounts();
    expect(master).toMatchObject({ authenticationStatus: "AUTHENTICATED", authenticationOrigin: "OWN" });
    expect(master?.authentication).toMatchObject({
      enterpriseName: { value: "Acme Group" },
      certificate: aCertificate({ number: CREDIT_CODES[1] }),
      authenticatedAt: new Date("2025-03-01T00:00:00Z"),
    });
    expect(member?.authentication).toMatchObject({ accountId: member?.id, groupId: master?.id });
    const [history] = await given.useCases.browse.history([member as never], EVERYTHING);
    expect(itemsOf(history)).toMatchObject([{ origin: "OWN", revision: 1 }]);
  });

  test("adds members to one master, whatever it is called", async () => {
    const { given, execute, members } = await start();
    const master = await given.master("Acme Group");

    const result = await execute([{ enterpriseName: "Acme Ltd", reference: "m1" }], { masterId: master.id });

    expect(result).toMatchObject({ added: 1 });
    expect(await members(master)).toMatchObject([{ reference: "m1", revision: 2 }]);
  });

  test("refuses members of nobody, and of a member", async () => {
    const { given, execute } = await start();
    const member = await given.member(await given.master("Acme Group"), "Acme Ltd");
    const nobody = newId();

    const results = [
      await execute([{ enterpriseName: "Acme Ltd" }], { masterId: nobody }),
      await execute([{ enterpriseName: "Acme Ltd" }], { masterId: member.id }),
    ];

    expect(results).toStrictEqual([new AccountNotFound(nobody), new NotAMasterAccount(member.id)]);
  });

  test("counts what another import has added since it looked as present", async () => {
    const { given, execute, accounts } = await start();
    const line = { enterpriseName: "Acme Ltd", reference: "m1", masterReference: "G" };
    await execute([{ enterpriseName: "Acme Group", reference: "G" }]);
    const { unitOfWork, environment } = given;
    const overtaken: UnitOfWork = {
      ask: (work) => unitOfWork.ask(work),
      read: (work) => unitOfWork.read(work),
      write: (work) =>
        unitOfWork.write((stores) => work({ ...stores, accounts: overtakenBy(line.reference, stores.accounts) })),
    };
    const importAccounts = new ImportAccounts(new Access({ unitOfWorkOf: () => overtaken }, OPERATOR), environment);

    const result = await importAccounts.execute(importAccounts.read(aBatch([line, { ...line, reference: "m2" }])));

    expect(result).toMatchObject({ added: 1, present: 1 });
    expect((await accounts()).map(({ reference }) => reference)).toEqual(["G", "m2"]);
  });
});

describe("a bad line", () => {
  const master = { enterpriseName: "Acme Group", reference: "G" };
  const member = { enterpriseName: "Acme Ltd", masterReference: "G" };

  test.each<[string, Partial<ImportLine>[], { number: number; reason: string }]>([
    ["has no name", [{ reference: "x" }], { number: 1, reason: "ENTERPRISE_NAME_MISSING" }],
    ["has a name that is none", [{ enterpriseName: "123" }], { number: 1, reason: "INVALID_ENTERPRISE_NAME" }],
    [
      "has a reference that is none",
      [{ ...member, reference: " x" }],
      { number: 1, reason: "INVALID_ACCOUNT_REFERENCE" },
    ],
    [
      "has half a certificate",
      [{ ...master, certificateCountry: "CN" }],
      { number: 1, reason: "INCOMPLETE_CERTIFICATE" },
    ],
    [
      "has a time alone",
      [{ ...master, authenticatedAt: "2025-03-01T08:00:00Z" }],
      { number: 1, reason: "INCOMPLETE_CERTIFICATE" },
    ],
    [
      "has another type",
      [{ ...master, ...CERTIFIED, certificateType: "PASSPORT" }],
      { number: 1, reason: "INVALID_CERTIFICATE_TYPE" },
    ],
    [
      "has another country",
      [{ ...master, ...CERTIFIED, certificateCountry: "XX" }],
      { number: 1, reason: "INVALID_COUNTRY_CODE" },
    ],
    [
      "has another number",
      [{ ...master, ...CERTIFIED, certificateNumber: "1" }],
      { number: 1, reason: "INVALID_CERTIFICATE_NUMBER" },
    ],
    [
      "was never authenticated then",
      [{ ...master, ...CERTIFIED, authenticatedAt: "2025-02-30T00:00:00Z" }],
      { number: 1, reason: "INVALID_AUTHENTICATION_TIME" },
    ],
    [
      "will be authenticated",
      [{ ...master, ...CERTIFIED, authenticatedAt: "2999-01-01T00:00:00Z" }],
      { number: 1, reason: "INVALID_AUTHENTICATION_TIME" },
    ],
    ["names no master that is there", [{ ...member, masterReference: "H" }], { number: 1, reason: "MASTER_UNKNOWN" }],
    ["repeats a master", [master, master], { number: 2, reason: "REFERENCE_REPEATED" }],
    [
      "repeats a member",
      [master, { ...member, reference: "m" }, { ...member, reference: "m" }],
      { number: 3, reason: "REFERENCE_REPEATED" },
    ],
    ["has its master's reference", [master, { ...member, reference: "G" }], { number: 2, reason: "REFERENCE_TAKEN" }],
    [
      "is a member of nobody",
      [{ enterpriseName: "Acme Ltd", role: "MEMBER" }],
      { number: 1, reason: "ROLE_CONTRADICTED" },
    ],
    ["is a master of a master", [master, { ...member, role: "MASTER" }], { number: 2, reason: "ROLE_CONTRADICTED" }],
  ])("%s: nothing of its batch is written", async (_, lines, badLine) => {
    const { execute, accounts } = await start();

    const result = await execute([...lines, { enterpriseName: "Good Ltd", reference: "good" }]);

    expect(result).toBeInstanceOf(BatchRefused);
    expect((result as BatchRefused).badLines).toMatchObject([badLine]);
    expect(await accounts()).toEqual([]);
  });

  test("is left out where bad lines are skipped, and the members of a bad master with it", async () => {
    const { execute, accounts } = await start();

    const result = await execute([{ ...master, enterpriseName: "" }, member, { enterpriseName: "Good Ltd" }], {
      skipBadLines: true,
    });

    expect(result).toMatchObject({ added: 1, badLines: [{ number: 1 }, { number: 2, reason: "MASTER_UNKNOWN" }] });
    expect(await accounts()).toMatchObject([{ enterpriseName: { value: "Good Ltd" } }]);
  });

  test("could not even be read", async () => {
    const { execute } = await start();
    const unreadable = [{ number: 2, reason: "UNREADABLE", message: "It cannot be read." }];

    const result = await execute([master, { ...member, number: 3, masterReference: "H" }], { unreadable });

    expect(result).toMatchObject({ badLines: [{ number: 2 }, { number: 3 }] });
  });

  test("is one whose master could be one of several", async () => {
    const { given, execute } = await start();
    for (const reference of ["G", "G"]) {
      await given.useCases.registerMaster.execute({
        enterpriseName: aName("Acme Group"),
        reference,
        idempotencyKey: null,
      });
    }

    const result = await execute([master, member]);

    expect(result).toMatchObject({ badLines: [{ reason: "MASTER_AMBIGUOUS" }, { reason: "MASTER_AMBIGUOUS" }] });
  });

  test.each([
    ["is a master", { role: "MASTER" }, "ROLE_CONTRADICTED"],
    ["names another master", { masterReference: "H" }, "MASTER_CONTRADICTED"],
  ])("%s, where members of one master are imported", async (_, line, reason) => {
    const { given, execute } = await start();
    const { id } = await given.master("Acme Group");

    const result = await execute([{ enterpriseName: "Acme Ltd", ...line }], { masterId: id });

    expect(result).toMatchObject({ badLines: [{ number: 1, reason }] });
  });

  test("never tells a certificate's number", async () => {
    const { execute } = await start();
    const number = `${CREDIT_CODES[0].slice(0, -1)}K`;

    const result = await execute([{ ...master, ...CERTIFIED, certificateNumber: number }]);

    expect(JSON.stringify(result)).not.toContain(number);
  });
});

describe("rehearsing an import", () => {
  test("answers as the import would, and writes nothing", async () => {
    const { importAccounts, accounts } = await start();
    const batch = importAccounts.read(
      aBatch([
        { enterpriseName: "Acme Group", reference: "G" },
        { enterpriseName: "Acme Ltd", reference: "m1", masterReference: "G" },
      ]),
    );

    const result = await importAccounts.rehearse(batch, new Set());

    expect(result).toMatchObject({ kind: "BatchImported", added: 2, masters: ["G"] });
    expect(await accounts()).toEqual([]);
  });

  test("takes the masters of earlier batches to be there", async () => {
    const { importAccounts } = await start();
    const batch = importAccounts.read(
      aBatch([
        { enterpriseName: "Acme Ltd", reference: "m1", masterReference: "G" },
        { enterpriseName: "Acme Group", reference: "G" },
      ]),
    );

    const result = await importAccounts.rehearse(batch, new Set(["G"]));

    expect(result).toMatchObject({ kind: "BatchImported", added: 1, present: 1 });
  });
});

async function start() {
  const given = new Given(new InMemoryStorage());
  const importAccounts = given.useCases.importAccounts;
  return {
    given,
    importAccounts,
    execute: (lines: Partial<ImportLine>[], batch: Partial<ImportBatch> = {}) =>
      importAccounts.execute(importAccounts.read(aBatch(lines, batch))),
    accounts: async () => itemsOf(await given.useCases.browse.list({}, EVERYTHING)).reverse(),
    members: async ({ id }: { id: string }) =>
      (await given.useCases.browse.members([id], {}, EVERYTHING)).flatMap((page) => itemsOf(page)),
  };
}

/** Lines numbered from 1 on. */
function aBatch(lines: readonly Partial<ImportLine>[], batch: Partial<ImportBatch> = {}): ImportBatch {
  return {
    lines: lines.map((line, index) => ({ ...NO_LINE, number: index + 1, ...withoutEmpty(line) })),
    unreadable: [],
    masterId: null,
    skipBadLines: false,
    ...batch,
  };
}

function withoutEmpty(line: Partial<ImportLine>): Partial<ImportLine> {
  return Object.fromEntries(Object.entries(line).map(([name, value]) => [name, value || null]));
}

/** Stores in which another transaction adds an account between the first look at its group and the group's lock. */
function overtakenBy(reference: string, accounts: ChangingEnterpriseAccounts): ChangingEnterpriseAccounts {
  let locked = false;
  return Object.assign(Object.create(accounts), {
    lockGroups: async (ids: readonly string[]) => {
      locked = true;
      for (const id of ids) await accounts.lockGroupOf(id);
      return accounts.lockGroups(ids);
    },
    bearersOf: async (references: readonly GroupReference[]) => {
      const bearers = await accounts.bearersOf(references);
      return references.map((one, place) =>
        locked && one.reference === reference ? newId() : (bearers[place] ?? null),
      );
    },
  });
}
