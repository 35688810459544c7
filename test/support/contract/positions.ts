import { describe, expect, test } from "@jest/globals";
import { InvalidPosition, type PageRequest, type Position } from "../../../src/application/page.js";
import type { ReadStores } from "../../../src/application/stores.js";
import type { EnterpriseAccount } from "../../../src/domain/enterprise-account.js";
import type { Synchronization } from "../../../src/domain/synchronization.js";
import { EVERYTHING } from "../pages.js";
import { newId } from "../samples.js";
import type { StartEmpty } from "./start-empty.js";

interface Subject {
  readonly master: EnterpriseAccount;
  readonly synchronization: Synchronization;
}

type List = (stores: ReadStores, subject: Subject, request: PageRequest) => Promise<unknown>;

export function positionsContract(startEmpty: StartEmpty): void {
  const lists: Record<string, List> = {
    list: ({ accounts }, _, request) => accounts.list({}, request),
    membersOf: ({ accounts }, { master }, request) => accounts.membersOf([master.id], {}, request),
    "list by status": ({ accounts }, _, request) => accounts.list({ authenticationStatus: "AUTHENTICATED" }, request),
    "membersOf by status": ({ accounts }, { master }, request) =>
      accounts.membersOf([master.id], { authenticationStatus: "AUTHENTICATED" }, request),
    membersByOwnName: ({ accounts }, { master }, request) => accounts.membersByOwnName(master.id, null, request),
    "membersByOwnName of all but some": ({ accounts }, { master }, request) =>
      accounts.membersByOwnName(master.id, { nameKeys: ["acme"], bearing: false }, request),
    historyOf: ({ authentications }, { master }, request) => authentications.historyOf([master], request),
    reachedBy: ({ authentications }, { synchronization }, request) =>
      authentications.reachedBy(synchronization, request),
  };
  const [id, place, revision]: [Position, Position, Position] = [[newId()], ["acme", 3, newId()], [3]];
  const anywhere: Position = [newId(), ...place];
  const none: Position[] = [
    [],
    ["no id"],
    ["acme", "no id"],
    ["acme", newId()],
    ["acme", 3],
    [1.5],
    [newId(), newId(), newId()],
  ];
  const positions: [list: string, own: Position, others: Position[]][] = [
    ["list", id, [...none, place, revision]],
    ["membersOf", id, [...none, place, revision]],
    ["list by status", anywhere, [...none, id, place, revision]],
    ["membersOf by status", place, [...none, id, anywhere, revision]],
    ["membersByOwnName", id, [...none, place, revision]],
    ["membersByOwnName of all but some", place, [...none, id, anywhere, revision]],
    ["historyOf", revision, [...none, id, place]],
    ["reachedBy", place, [...none, id, anywhere, revision]],
  ];

  describe("a position", () => {
    test.each(positions)("of another list is none of %s", async (name, own, others) => {
      const given = await startEmpty();
      const master = await given.master("Acme Ltd");
      await given.member(master, "Acme Ltd");
      const { synchronization } = await given.synchronized(master, "Beta Ltd");
      const page = (bounds: Partial<PageRequest>) =>
        given.read(async (stores) => lists[name]?.(stores, { master, synchronization }, { ...EVERYTHING, ...bounds }));

      await expect(page({ after: own, before: own })).resolves.toBeDefined();
      for (const other of others) {
        await expect(page({ after: other })).rejects.toThrow(new InvalidPosition("after"));
        await expect(page({ before: other })).rejects.toThrow(new InvalidPosition("before"));
      }
    });
  });
}
