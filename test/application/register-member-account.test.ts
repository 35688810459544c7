import { describe, expect, test } from "@jest/globals";
import {
  AccountNotFound,
  IdempotencyKeyReused,
  NotAMasterAccount,
  ReferenceTaken,
} from "../../src/application/refusals.js";
import type {
  RegisterMemberAccount,
  RegisterMemberAccountCommand,
} from "../../src/application/register-member-account.js";
import type { EnterpriseAccount } from "../../src/domain/enterprise-account.js";
import { Given } from "../support/given.js";
import { InMemoryStorage } from "../support/in-memory-storage.js";
import { EVERYTHING, itemsOf } from "../support/pages.js";
import { aName, newId } from "../support/samples.js";

const KEY = { idempotencyKey: "key" };

describe("registering a member account", () => {
  test("adds it to its master's group, not authenticated", async () => {
    const { master, register, members } = await start();

    const { account } = registered(await register(master, "Acme Ltd"));

    expect(account).toMatchObject({
      groupId: master.id,
      masterId: master.id,
      role: "MEMBER",
      enterpriseName: aName("Acme Ltd"),
      authenticationStatus: "NOT_AUTHENTICATED",
      revision: 2,
    });
    expect(await members()).toStrictEqual([account]);
  });

  test("exchanges no information with a master that is authenticated", async () => {
    const { given, master, register, members } = await start();
    await given.authenticated(master, "Acme Ltd");

    const { account } = registered(await register(master, "Acme Ltd"));

    expect(account.isAuthenticated).toBe(false);
    expect(await members()).toStrictEqual([account]);
  });

  test.each([newId(), "no id", ""])("refuses the id %j of nobody as a master's", async (id) => {
    const { register } = await start();

    const result = await register({ id }, "Acme Ltd");

    expect(result).toStrictEqual(new AccountNotFound(id));
  });

  test("refuses a member as a master, and counts no change of its group", async () => {
    const { given, master, register } = await start();
    const member = await given.member(master, "Acme Ltd");

    const result = await register(member, "Acme Ltd");

    expect(result).toStrictEqual(new NotAMasterAccount(member.id));
    expect(await given.read(({ accounts }) => accounts.revisionOf(master.id))).toBe(2);
  });

  test("gives it the reference that it is to bear", async () => {
    const { given, master, members } = await start();

    const account = await given.member(master, "Acme Ltd", "ref 1");

    expect(account.reference).toBe("ref 1");
    expect(await members()).toStrictEqual([account]);
  });

  test("refuses a reference that its master or another member bears, with the account as it is now", async () => {
    const { given, register, members } = await start();
    const master = await given.master("Acme Ltd", "head");
    const member = await given.member(master, "Acme Ltd", "one");
    const { account, snapshot } = await given.authenticated(master, "Beta Ltd");

    const byMaster = await register(master, "Gamma Ltd", { reference: "head" });
    const byMember = await register(master, "Gamma Ltd", { reference: "one" });

    expect(byMaster).toMatchObject({ kind: "ReferenceTaken", reference: "head", account: { id: master.id } });
    expect(byMember).toStrictEqual(new ReferenceTaken("one", member.synchronize(snapshot)));
    expect(byMember).toMatchObject({ message: 'Another account of this group bears the reference "one" already.' });
    expect(await members(master)).toHaveLength(1);
    expect(await given.current(master)).toStrictEqual([account]);
  });

  test("takes a reference that is borne in another group only", async () => {
    const { given, master, register } = await start();
    await given.member(await given.master("Acme Ltd", "head"), "Acme Ltd", "one");

    const results = [
      await register(master, "Acme Ltd", { reference: "head" }),
      await register(master, "Acme Ltd", { reference: "one" }),
    ];

    expect(results.map(({ kind }) => kind)).toEqual(["MemberAccountRegistered", "MemberAccountRegistered"]);
  });

  test("registers one account for one idempotency key", async () => {
    const { master, register, members } = await start();
    const first = registered(await register(master, "Acme Ltd", KEY));

    const again = registered(await register(master, "Acme Ltd", KEY));

    expect(again).toEqual({ ...first, replayed: true });
    expect(await members()).toStrictEqual([first.account]);
  });

  test("answers a repeated request with the account as it is now", async () => {
    const { given, master, register } = await start();
    const { account } = registered(await register(master, "Acme Ltd", KEY));
    const { snapshot } = await given.authenticated(master, "Beta Ltd");

    const again = registered(await register(master, "Acme Ltd", KEY));

    expect(again.account).toStrictEqual(account.synchronize(snapshot));
  });

  test("refuses the key again with another name, another master or a reference", async () => {
    const { given, master, register, members } = await start();
    await register(master, "Acme Ltd", KEY);

    const results = [
      await register(master, "Beta Ltd", KEY),
      await register(await given.master("Acme Ltd"), "Acme Ltd", KEY),
      await register(master, "Acme Ltd", { ...KEY, reference: "one" }),
    ];

    expect(results).toStrictEqual(results.map(() => new IdempotencyKeyReused()));
    expect(await members()).toHaveLength(1);
  });

  test("leaves the key free where it is refused", async () => {
    const { master, register } = await start();
    await register({ id: newId() }, "Acme Ltd", KEY);

    const result = await register(master, "Acme Ltd", KEY);

    expect(result).toMatchObject({ kind: "MemberAccountRegistered", replayed: false });
  });
});

async function start() {
  const given = new Given(new InMemoryStorage());
  const master = await given.master("Acme Ltd");
  return {
    given,
    master,
    register: (
      { id }: Pick<EnterpriseAccount, "id">,
      name: string,
      command: Partial<RegisterMemberAccountCommand> = {},
    ) => {
      const registration = { masterId: id, enterpriseName: aName(name), idempotencyKey: null };
      return given.useCases.registerMember.execute({ ...registration, ...command });
    },
    members: async ({ id } = master) => {
      const pages = await given.read(({ accounts }) => accounts.membersOf([id], {}, EVERYTHING));
      return pages.flatMap(itemsOf);
    },
  };
}

function registered(result: Awaited<ReturnType<RegisterMemberAccount["execute"]>>) {
  if (result.kind !== "MemberAccountRegistered") throw new Error(result.message);
  return result;
}
