import { describe, expect, test } from "@jest/globals";
import { AccountNotFound, EnterpriseNameFixed } from "../../src/application/refusals.js";
import type { EnterpriseAccount } from "../../src/domain/enterprise-account.js";
import { Given } from "../support/given.js";
import { InMemoryStorage } from "../support/in-memory-storage.js";
import { aName, newId } from "../support/samples.js";

describe("renaming an account", () => {
  test("gives a master another name", async () => {
    const { given, master, rename } = await start();

    const result = await rename(master, "Beta Ltd");

    const renamed = master.rename(aName("Beta Ltd"), 3);
    expect(result).toMatchObject({ kind: "EnterpriseAccountRenamed", account: renamed });
    expect(await given.current(master)).toStrictEqual([renamed]);
  });

  test("gives a member another name, and its master's group another revision", async () => {
    const { given, master, member, rename } = await start();

    const result = await rename(member, "Beta Ltd");

    const renamed = member.rename(aName("Beta Ltd"), 3);
    expect(result).toMatchObject({ kind: "EnterpriseAccountRenamed", account: renamed });
    expect(await given.current(member)).toStrictEqual([renamed]);
    expect(await given.current(master)).toStrictEqual([master]);
    expect(await given.read(({ accounts }) => accounts.revisionOf(master.id))).toBe(3);
  });

  test("changes how the same name is written", async () => {
    const { given, member, rename } = await start();

    await rename(member, "ＡＣＭＥ Ltd");

    expect(await given.current(member)).toMatchObject([{ enterpriseName: aName("ＡＣＭＥ Ltd") }]);
  });

  test.each([newId(), "no id", ""])("refuses the id %j of nobody", async (id) => {
    const { rename } = await start();

    const result = await rename({ id }, "Beta Ltd");

    expect(result).toStrictEqual(new AccountNotFound(id));
  });

  test("refuses an account that was authenticated by itself, and changes nothing", async () => {
    const { given, member, rename } = await start();
    const { account } = await given.authenticated(member, "Acme Ltd");

    const result = await rename(member, "Beta Ltd");

    expect(result).toStrictEqual(new EnterpriseNameFixed(account));
    expect(await given.current(member)).toStrictEqual([account]);
  });

  test("refuses a synchronized member, and changes nothing", async () => {
    const { given, master, member, rename } = await start();
    const { snapshot, account } = await given.authenticated(master, "Gamma Ltd");

    const result = await rename(member, "Beta Ltd");

    expect(result).toStrictEqual(new EnterpriseNameFixed(member.synchronize(snapshot)));
    expect(await given.current(master)).toStrictEqual([account]);
  });
});

async function start() {
  const given = new Given(new InMemoryStorage());
  const master = await given.master("Acme Ltd");
  const member = await given.member(master, "Acme Ltd");
  return {
    given,
    master,
    member,
    rename: ({ id }: Pick<EnterpriseAccount, "id">, name: string) =>
      given.useCases.rename.execute({ accountId: id, enterpriseName: aName(name) }),
  };
}
