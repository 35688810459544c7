import { describe, expect, test } from "@jest/globals";
import { AccountNotFound, MembersRefused, NotAMasterAccount } from "../../src/application/refusals.js";
import { aGroupToFill } from "../support/a-group-to-fill.js";
import { aCertificate, aName, newId } from "../support/samples.js";

describe("registering member accounts", () => {
  test("adds them to their master's group in the order they were given, not authenticated", async () => {
    const { given, master, registered, members } = await aGroupToFill();
    await given.authenticated(master, "Acme Ltd");

    const { accounts, replayed } = await registered(["Acme Ltd", "1"], ["Gamma Ltd"], ["Acme Ltd", "2"]);

    const every = { groupId: master.id, masterId: master.id, role: "MEMBER", authentication: null };
    expect(accounts).toMatchObject([
      { ...every, enterpriseName: aName("Acme Ltd"), reference: "1" },
      { ...every, enterpriseName: aName("Gamma Ltd"), reference: null },
      { ...every, enterpriseName: aName("Acme Ltd"), reference: "2" },
    ]);
    expect(replayed).toBe(false);
    expect((await members()).slice(-3)).toStrictEqual(accounts);
  });

  test("is one change of the group, however many they are", async () => {
    const { registered, revision } = await aGroupToFill();
    const before = await revision();

    const { accounts } = await registered(...Array.from({ length: 1_000 }, () => ["Acme Ltd"] as const));

    expect(await revision()).toBe(before + 1);
    expect(new Set(accounts.map((account) => account.revision))).toEqual(new Set([before + 1]));
  });

  test("makes a preview stale that was made before", async () => {
    const { given, master, registered } = await aGroupToFill();
    const request = { accountId: master.id, enterpriseName: aName("Beta Ltd"), certificate: aCertificate() };
    const preview = await given.useCases.preview.execute(request);
    if (preview.kind !== "AuthenticationPreview") throw new Error(preview.message);
    await registered(["Gamma Ltd"]);

    const committed = await given.commit(master, "Beta Ltd", { previewToken: preview.token });

    expect(committed.kind).toBe("PreviewStale");
  });

  test("leaves them to their master's first authentication, which reaches those of its name", async () => {
    const { given, master, registered } = await aGroupToFill();
    const { accounts } = await registered(["ACME Ltd"], ["Gamma Ltd"], ["Beta Ltd"]);
    await given.authenticated(master, "Beta Ltd");

    const current = await given.current(...accounts);

    expect(current.map((account) => account?.authenticationOrigin)).toEqual(["SYNCHRONIZED", null, "SYNCHRONIZED"]);
  });

  test.each([newId(), "no id", ""])("refuses the id %j of nobody as a master's", async (id) => {
    const { register } = await aGroupToFill();

    const result = await register([["Acme Ltd"]], { masterId: id });

    expect(result).toStrictEqual(new AccountNotFound(id));
  });

  test("refuses a member as a master, and counts no change of its group", async () => {
    const { given, master, register, revision } = await aGroupToFill();
    const member = await given.member(master, "Acme Ltd");
    const before = await revision();

    const result = await register([["Acme Ltd"]], { masterId: member.id });

    expect(result).toStrictEqual(new NotAMasterAccount(member.id));
    expect(await revision()).toBe(before);
  });
});

describe("registering member accounts of which some cannot be", () => {
  const NO_NAME = { reason: "INVALID_ENTERPRISE_NAME" };
  const NO_REFERENCE = { reason: "INVALID_ACCOUNT_REFERENCE" };
  const taken = (reference: string) => ({
    reason: "REFERENCE_TAKEN",
    message: `Another account of this group bears the reference "${reference}" already.`,
  });
  const repeated = (reference: string) => ({
    reason: "REFERENCE_REPEATED",
    message: `An earlier one of these members has the reference "${reference}" too.`,
  });

  test("registers none, and says of each why, in the order they were given", async () => {
    const { register, members, revision } = await aGroupToFill();
    const before = [await members(), await revision()];

    const result = await register([
      ["Acme Ltd", "taken"],
      ["Acme Ltd", "new"],
      ["42", "head"],
      ["Acme Ltd"],
      ["", " "],
      ["Acme Ltd", "new"],
    ]);

    expect(result).toBeInstanceOf(MembersRefused);
    expect(result).toMatchObject({
      message: "4 of these members cannot be registered, so none was.",
      members: [
        { index: 0, ...taken("taken") },
        { index: 2, ...NO_NAME },
        { index: 2, ...taken("head") },
        { index: 4, ...NO_NAME },
        { index: 4, ...NO_REFERENCE },
        { index: 5, ...repeated("new") },
      ],
    });
    expect([await members(), await revision()]).toStrictEqual(before);
  });

  test("repeats of each invalid one what is wrong with it", async () => {
    const { register } = await aGroupToFill();

    const result = await register([["…!", "a\nb"]]);

    const messages = result.kind === "MembersRefused" ? result.members.map(({ message }) => message) : [];
    expect(messages).toEqual([
      expect.stringMatching(/^An enterprise name .*\.$/),
      "A reference has 1 to 128 characters, no white space at its ends, and no control characters.",
    ]);
  });

  test("says of a reference that is taken no more than that, however often it is given", async () => {
    const { register } = await aGroupToFill();

    const result = await register([
      ["Acme Ltd", "taken"],
      ["Acme Ltd", "taken"],
    ]);

    expect(result).toMatchObject({ members: [taken("taken"), taken("taken")] });
  });

  test("says of every one but the first that its reference is repeated", async () => {
    const { register } = await aGroupToFill();

    const result = await register([["Acme Ltd", "new"], ["Beta Ltd", "new"], ["Acme Ltd"], ["Acme Ltd", "new"]]);

    expect(result).toMatchObject({
      members: [
        { index: 1, ...repeated("new") },
        { index: 3, ...repeated("new") },
      ],
    });
  });

  test("takes a reference that is taken in another group, or differs in case", async () => {
    const { given, registered } = await aGroupToFill();
    await given.member(await given.master("Acme Ltd", "rival"), "Acme Ltd", "theirs");

    const { accounts } = await registered(["Acme Ltd", "rival"], ["Acme Ltd", "theirs"], ["Acme Ltd", "Taken"]);

    expect(accounts.map(({ reference }) => reference)).toEqual(["rival", "theirs", "Taken"]);
  });
});
