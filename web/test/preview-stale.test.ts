import assert from "node:assert/strict";
import { describe } from "node:test";
import { aCertificate } from "./support/api.js";
import { pageSuite } from "./support/page-suite.js";
import { PreviewPage } from "./support/preview-page.js";

describe("a preview whose group has changed since", () => {
  const test = pageSuite();

  test("says so on the next page of its members, and previews again", async ({ page, api }) => {
    const master = await api.master("Moving Ltd");
    await api.members(
      master,
      Array.from({ length: 30 }, (_, index) => `Member ${index + 1}`),
    );
    const renamed = await api.member(master, "Standing Ltd");
    const preview = new PreviewPage(page);
    await preview.openAccount(master, "Moving Ltd");
    await preview.headline.filter({ hasText: "0 of 31 members" }).waitFor();
    await preview.members.nth(19).waitFor();

    await api.rename(renamed, "Moving Ltd");
    await preview.button("Next").click();
    await preview.text("The group has changed since this preview was made.").waitFor();

    assert.equal(await preview.members.count(), 0);
    await preview.button("Preview again").click();
    await preview.headline.filter({ hasText: "1 of 31 members" }).waitFor();
    await preview.members.first().filter({ hasText: "Member 1" }).waitFor();
  });

  test("says so where the group changes while a page is read", async ({ page, api }) => {
    const master = await api.master("Read Ltd");
    await api.member(master, "Read Ltd");
    const outdated = { errors: [{ message: "Preview again.", extensions: { code: "PREVIEW_STALE" } }], data: null };
    const preview = new PreviewPage(page);
    await page.route("**/graphql", (route) => {
      const { operationName } = route.request().postDataJSON();
      return operationName === "Decisions" ? route.fulfill({ json: outdated }) : route.continue();
    });
    await preview.openAccount(master, "Read Ltd");
    await preview.text("The group has changed since this preview was made.").waitFor();

    await page.unroute("**/graphql");
    await preview.button("Preview again").click();

    await preview.members.filter({ hasText: "Read Ltd" }).waitFor();
  });

  test("is not committed: what would be done now is said, and previewed again", async ({ page, api }) => {
    const master = await api.master("Racing Ltd");
    await api.members(master, ["Racing Ltd", "Other Ltd"]);
    const preview = new PreviewPage(page);
    await preview.openAccount(master, "Racing Ltd");
    await preview.confirm(aCertificate().number);

    await api.member(master, "Racing Ltd");
    await preview.button("Authenticate, and synchronize 1 member").click();
    await preview.text("As things are now, 2 of 3 members would be synchronized.").waitFor();

    assert.deepEqual(await api.authentications(master), []);
    await preview.dialog.getByRole("button", { name: "Preview again" }).click();
    await preview.dialog.waitFor({ state: "detached" });
    await preview.headline.filter({ hasText: "2 of 3 members" }).waitFor();
    await preview.button("Commit…").click();
    await preview.button("Authenticate, and synchronize 2 members").click();
    await page.getByRole("alert").filter({ hasText: "2 members synchronized" }).waitFor();
  });

  test("says where somebody else has authenticated the account, and shows it", async ({ page, api }) => {
    const master = await api.master("Overtaken Ltd");
    await api.member(master, "Overtaken Ltd");
    const preview = new PreviewPage(page);
    await preview.openAccount(master, "Overtaken Ltd");
    await preview.confirm(aCertificate().number);

    await api.authenticate(master, "Overtaken Ltd");
    await preview.button("Authenticate, and synchronize 1 member").click();
    await preview.text("Nothing was committed: the account has been authenticated in the meantime.").waitFor();

    await preview.dialog.getByRole("button", { name: "Preview again" }).click();
    await preview.button("Show the account").click();
    await preview.text("This account is authenticated already").waitFor();
    assert.equal((await api.authentications(master)).length, 1);
  });
});
