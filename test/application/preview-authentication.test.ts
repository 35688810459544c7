import { describe, expect, test } from "@jest/globals";
import { AuthenticationPreview } from "../../src/application/authentication-preview.js";
import type { DecisionFilter } from "../../src/application/preview-authentication.js";
import { AccountNotFound, AlreadyAuthenticated } from "../../src/application/refusals.js";
import { aGroupToPreview, aPreviewedGroup, aRequest, previewed } from "../support/a-group-to-preview.js";
import { EVERYTHING, itemsOf } from "../support/pages.js";
import { aName, newId } from "../support/samples.js";

describe("previewing an authentication", () => {
  test("shows a master's names and the revision of its group", async () => {
    const { given, master, request, useCase } = await aGroupToPreview();

    const preview = await useCase.execute(request);

    expect(preview).toBeInstanceOf(AuthenticationPreview);
    expect(preview).toMatchObject({
      account: { id: master.id },
      nameBefore: aName("Acme Ltd"),
      nameAfter: aName("Beta Ltd"),
      token: { revision: await given.read(({ accounts }) => accounts.revisionOf(master.id)) },
    });
  });

  test("shows a member's names and the revision of its master's group", async () => {
    const { given, master, members, useCase } = await aGroupToPreview();
    await given.renamed(members[4], "Delta Ltd");

    const preview = await useCase.execute(aRequest(members[0], "Beta Ltd"));

    expect(preview).toMatchObject({
      account: members[0],
      nameBefore: aName("acme LTD"),
      token: { revision: await given.read(({ accounts }) => accounts.revisionOf(master.id)) },
    });
  });

  test("changes nothing: the same preview follows", async () => {
    const { request, useCase } = await aGroupToPreview();

    const previews = [await useCase.execute(request), await useCase.execute(request)];

    expect(previews[1]).toStrictEqual(previews[0]);
  });

  test.each([newId(), "no id", ""])("refuses the id %j of nobody", async (accountId) => {
    const { request, useCase } = await aGroupToPreview();

    const result = await useCase.execute({ ...request, accountId });

    expect(result).toStrictEqual(new AccountNotFound(accountId));
  });

  test("refuses a master that is authenticated", async () => {
    const { given, master, request, useCase } = await aGroupToPreview();
    const { account } = await given.authenticated(master, "Beta Ltd");

    const result = await useCase.execute(request);

    expect(result).toStrictEqual(new AlreadyAuthenticated(account));
  });

  test("refuses a member that is authenticated by itself", async () => {
    const { members, useCase } = await aGroupToPreview();

    const result = await useCase.execute(aRequest(members[1], "Acme Ltd"));

    expect(result).toStrictEqual(new AlreadyAuthenticated(members[1]));
  });

  test("refuses a member that its master was synchronized to", async () => {
    const { given, master, members, useCase } = await aGroupToPreview();
    const { snapshot } = await given.authenticated(master, "Beta Ltd");

    const result = await useCase.execute(aRequest(members[0], "Acme Ltd"));

    expect(result).toStrictEqual(new AlreadyAuthenticated(members[0].synchronize(snapshot)));
  });
});

describe("the breakdown of a preview", () => {
  test("counts by reason in the order of the rules, then by status, only what occurs", async () => {
    const { useCase, preview } = await aPreviewedGroup();

    const breakdown = await useCase.breakdown(preview);

    expect(breakdown).toEqual([
      { reason: "SAME_NAME_BEFORE", statusBefore: "NOT_AUTHENTICATED", count: 1 },
      { reason: "SAME_NAME_BEFORE", statusBefore: "AUTHENTICATED", count: 1 },
      { reason: "SAME_NAME_AFTER", statusBefore: "AUTHENTICATED", count: 1 },
      { reason: "DIFFERENT_NAME", statusBefore: "NOT_AUTHENTICATED", count: 2 },
    ]);
  });

  test("counts who bears the one name before and after by the first rule alone", async () => {
    const { useCase, preview } = await aPreviewedGroup("ACME Ltd");

    const breakdown = await useCase.breakdown(preview);

    expect(breakdown).toEqual([
      { reason: "SAME_NAME_BEFORE", statusBefore: "NOT_AUTHENTICATED", count: 1 },
      { reason: "SAME_NAME_BEFORE", statusBefore: "AUTHENTICATED", count: 1 },
      { reason: "DIFFERENT_NAME", statusBefore: "NOT_AUTHENTICATED", count: 2 },
      { reason: "DIFFERENT_NAME", statusBefore: "AUTHENTICATED", count: 1 },
    ]);
  });

  test("of an account without members is empty", async () => {
    const { given, members, useCase } = await aGroupToPreview();
    const preview = await previewed(given, aRequest(members[0], "Acme Ltd"));

    const breakdown = await useCase.breakdown(preview);

    expect(breakdown).toEqual([]);
  });
});

describe("the members of a preview", () => {
  const filters: readonly [title: string, filter: DecisionFilter, places: number[]][] = [
    ["all, in the order they joined", {}, [0, 1, 2, 3, 4]],
    ["all, where no filter is given", { synchronized: null, reason: null }, [0, 1, 2, 3, 4]],
    ["those that are synchronized", { synchronized: true }, [0, 1, 2]],
    ["those that are not, by name", { synchronized: false }, [4, 3]],
    ["those that bear the name before", { reason: "SAME_NAME_BEFORE" }, [0, 1]],
    ["those that bear the name after", { reason: "SAME_NAME_AFTER" }, [2]],
    ["those that bear another name", { reason: "DIFFERENT_NAME" }, [4, 3]],
    ["those of a reason that synchronizes", { synchronized: true, reason: "SAME_NAME_AFTER" }, [2]],
    ["nobody by filters that exclude each other", { synchronized: false, reason: "SAME_NAME_AFTER" }, []],
    ["nobody by the other such pair", { synchronized: true, reason: "DIFFERENT_NAME" }, []],
  ];

  test.each(filters)("are %s", async (_title, filter, places) => {
    const { useCase, preview, members } = await aPreviewedGroup();

    const page = await useCase.members(preview, filter, EVERYTHING);

    expect(itemsOf(page).map(({ member }) => member)).toEqual(places.map((place) => members[place]));
  });

  test("are each shown as they are, with what the policy decides", async () => {
    const { useCase, preview, members } = await aPreviewedGroup();

    const page = await useCase.members(preview, {}, EVERYTHING);

    expect(itemsOf(page)).toEqual(
      members.map((member) => ({ before: member, decision: preview.policy.decide(member), member })),
    );
    expect(itemsOf(page).map(({ decision }) => decision.effect)).toEqual([
      "GRANT",
      "REPLACE",
      "CONFIRM",
      "NONE",
      "NONE",
    ]);
  });

  test("are replaced where the preview has no certificate to compare with", async () => {
    const { given, useCase, request } = await aGroupToPreview();
    const preview = await previewed(given, { ...request, certificate: null });

    const page = await useCase.members(preview, { reason: "SAME_NAME_AFTER" }, EVERYTHING);

    expect(itemsOf(page).map(({ decision }) => decision.effect)).toEqual(["REPLACE"]);
  });

  test("come by the page", async () => {
    const { useCase, preview, members } = await aPreviewedGroup();
    const [, second] = (await useCase.members(preview, {}, EVERYTHING)).items;

    const page = await useCase.members(preview, {}, { ...EVERYTHING, limit: 2, after: second?.position ?? null });

    expect(itemsOf(page).map(({ member }) => member)).toEqual([members[2], members[3]]);
    expect(page).toMatchObject({ hasPrevious: true, hasNext: true });
  });
});
