import { describe, expect, test } from "@jest/globals";
import { PreviewOutdated } from "../../src/application/preview-outdated.js";
import { type aGroupToPreview, aPreviewedGroup } from "../support/a-group-to-preview.js";
import { EVERYTHING } from "../support/pages.js";

describe("a preview whose group has changed", () => {
  type Change = (group: Awaited<ReturnType<typeof aGroupToPreview>>) => Promise<unknown>;

  const changes: readonly [title: string, change: Change][] = [
    ["a member was registered", ({ given, master }) => given.member(master, "Delta Ltd")],
    ["a member was renamed", ({ given, members }) => given.renamed(members[3], "Acme Ltd")],
    ["a member was given the name that it had", ({ given, members }) => given.renamed(members[3], "Gamma Ltd")],
    ["a member was authenticated", ({ given, members }) => given.authenticated(members[3], "Gamma Ltd")],
    ["its master was renamed", ({ given, master }) => given.renamed(master, "Delta Ltd")],
    ["its master was authenticated", ({ given, master }) => given.authenticated(master, "Beta Ltd")],
  ];

  test.each(changes)("shows nothing more once %s", async (_title, change) => {
    const group = await aPreviewedGroup();
    await change(group);

    const parts = [group.useCase.breakdown(group.preview), group.useCase.members(group.preview, {}, EVERYTHING)];

    for (const part of parts) await expect(part).rejects.toThrow(PreviewOutdated);
  });

  test("still shows everything after a change that was refused, or to another group", async () => {
    const { given, master, members, useCase, preview, request } = await aPreviewedGroup();
    await given.renamed(await given.member(await given.master("Acme Ltd"), "Acme Ltd"), "Beta Ltd");
    await expect(given.renamed(members[1], "Beta Ltd")).rejects.toThrow("Refused");
    await expect(given.member(members[1], "Beta Ltd")).rejects.toThrow("Refused");

    const parts = [useCase.breakdown(preview), useCase.members(preview, {}, EVERYTHING)];

    await expect(Promise.all(parts)).resolves.toHaveLength(2);
    expect(await useCase.execute(request)).toStrictEqual(preview);
    expect(master.id).toBe(preview.account.id);
  });
});
