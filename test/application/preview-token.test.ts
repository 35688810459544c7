import { describe, expect, test } from "@jest/globals";
import type { CommitAuthenticationCommand } from "../../src/application/commit-authentication.js";
import { AlreadyAuthenticated, PreviewStale } from "../../src/application/refusals.js";
import { aGroupToCommit, tokenOf } from "../support/a-group-to-commit.js";
import { aCertificate, aName, CREDIT_CODES } from "../support/samples.js";

const OTHER_CERTIFICATE = aCertificate({ number: CREDIT_CODES[1] });

describe("a commit that is held to a preview", () => {
  type Group = Awaited<ReturnType<typeof aGroupToCommit>>;

  test("commits what was previewed", async () => {
    const { master, commit, preview } = await aGroupToCommit();
    const previewToken = await preview(master);

    const result = await commit(master, { previewToken });

    expect(result.kind).toBe("AuthenticationCommitted");
  });

  test("commits a member that was previewed", async () => {
    const { members, commit, preview } = await aGroupToCommit();
    const previewToken = await preview(members[1]);

    const result = await commit(members[1], { previewToken });

    expect(result.kind).toBe("AuthenticationCommitted");
  });

  test("takes any certificate where the preview had none", async () => {
    const { master, commit, preview } = await aGroupToCommit();
    const previewToken = await preview(master, null);

    const result = await commit(master, { previewToken, certificate: OTHER_CERTIFICATE });

    expect(result.kind).toBe("AuthenticationCommitted");
  });

  const changes: readonly [title: string, change: (group: Group) => Promise<unknown>][] = [
    ["a member was registered", ({ given, master }) => given.member(master, "Delta Ltd")],
    ["a member was renamed", ({ given, members }) => given.renamed(members[2], "Acme Ltd")],
    ["a member was authenticated", ({ given, members }) => given.authenticated(members[2], "Gamma Ltd")],
    ["the master was renamed", ({ given, master }) => given.renamed(master, "Delta Ltd")],
  ];

  test.each(changes)("is refused once %s, with a preview that holds", async (_title, change) => {
    const group = await aGroupToCommit();
    const { master, commit, preview } = group;
    const previewToken = await preview(master);
    await change(group);

    const result = await commit(master, { previewToken });

    expect(result).toBeInstanceOf(PreviewStale);
    expect(result).toMatchObject({ currentPreview: { token: await preview(master) } });
    expect(await commit(master, { previewToken: tokenOf(result) })).toMatchObject({ kind: "AuthenticationCommitted" });
  });

  const others: readonly [title: string, command: Partial<CommitAuthenticationCommand>][] = [
    ["another name", { enterpriseName: aName("Gamma Ltd") }],
    ["another spelling of the name", { enterpriseName: aName("BETA Ltd") }],
    ["another certificate", { certificate: OTHER_CERTIFICATE }],
  ];

  test.each(others)("is refused for %s than was previewed", async (_title, command) => {
    const { master, commit, preview } = await aGroupToCommit();
    const previewToken = await preview(master);

    const result = await commit(master, { previewToken, ...command });

    expect(result).toMatchObject({ kind: "PreviewStale" });
    expect(await commit(master, { ...command, previewToken: tokenOf(result) })).toMatchObject({
      kind: "AuthenticationCommitted",
      snapshot: command,
    });
  });

  test.each(others.slice(0, 2))(
    "is refused for %s, where the preview had no certificate, too",
    async (_title, command) => {
      const { master, commit, preview } = await aGroupToCommit();
      const previewToken = await preview(master, null);

      const result = await commit(master, { previewToken, ...command });

      expect(result).toMatchObject({ kind: "PreviewStale" });
    },
  );

  test.each([aCertificate(), null])("is refused for another account than was previewed", async (certificate) => {
    const { given, master, commit, preview } = await aGroupToCommit();
    const twin = await given.master("Acme Ltd");
    await given.members(twin, "Acme Ltd", "Beta Ltd", "Gamma Ltd");
    const previewToken = await preview(twin, certificate);

    const result = await commit(master, { previewToken });

    expect(result).toBeInstanceOf(PreviewStale);
  });

  test("says that an account is authenticated rather than that its preview is stale", async () => {
    const { master, commit, preview } = await aGroupToCommit();
    const previewToken = await preview(master);
    await commit(master);

    const result = await commit(master, { previewToken });

    expect(result).toBeInstanceOf(AlreadyAuthenticated);
  });
});
