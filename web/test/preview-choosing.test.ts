import assert from "node:assert/strict";
import { describe } from "node:test";
import { aCertificate } from "./support/api.js";
import { descriptionOf } from "./support/description.js";
import { pageSuite } from "./support/page-suite.js";
import { PreviewPage } from "./support/preview-page.js";

const UNKNOWN = { id: "00000000-0000-7000-8000-000000000000" };

describe("choosing an account", () => {
  const test = pageSuite();

  test("finds masters by a name that is the same, by reference, and by id", async ({ page, api }) => {
    const master = await api.master("北京查找（集团）有限公司", "ref-42");
    const preview = new PreviewPage(page);
    const account = page.getByRole("link", { name: "北京查找（集团）有限公司" });
    await preview.open();

    await search("Name", "北京查找(集团) 有限公司");
    await account.waitFor();
    await search("Reference", "ref-4");
    await preview.text("No master account fits.").waitFor();
    await search("Reference", "ref-42");
    await account.waitFor();
    await search("Id", master.id);
    await page.getByRole("heading", { name: "北京查找（集团）有限公司", level: 1 }).waitFor();

    async function search(by: string, text: string) {
      await page.getByLabel("By", { exact: true }).selectOption(by);
      await page.getByLabel("Name, reference or id").fill(text);
      await preview.button("Find").click();
    }
  });

  test("says what is wrong with a name that is none, at its field", async ({ page }) => {
    const preview = new PreviewPage(page);
    await preview.open();

    await page.getByLabel("Name, reference or id").fill("12345");
    await preview.button("Find").click();

    await preview.text("must not be made up of digits").waitFor();
    assert.match(await descriptionOf(page.getByLabel("Name, reference or id")), /must not be made up of digits/);
  });

  test("pages through recent masters", async ({ page, api }) => {
    for (let count = 1; count <= 21; count += 1) await api.master(`Recent master ${count}`);
    const preview = new PreviewPage(page);
    await preview.open();

    await page.getByRole("link", { name: /^Recent master 21 / }).waitFor();
    await preview.button("Next").click();

    await page.getByRole("link", { name: /^Recent master 1 / }).waitFor();
  });

  test("says plainly that an id is no account's", async ({ page }) => {
    const preview = new PreviewPage(page);

    await preview.openAccount(UNKNOWN);

    await page.getByRole("heading", { name: "There is no account with this id." }).waitFor();
  });

  test("previews a member by itself, and says that it has no members", async ({ page, api }) => {
    const member = await api.member(await api.master("Parent Ltd"), "Single Ltd");
    const preview = new PreviewPage(page);

    await preview.openAccount(member, "Single Ltd");

    await preview.text("This is a member account.").waitFor();
    await preview.headline.filter({ hasText: "nothing would be synchronized" }).waitFor();
    await preview.confirm(aCertificate().number);
    await preview.button("Authenticate").click();
    await preview.text("No member was synchronized").waitFor();
  });

  test("shows what is in force for an account that is authenticated already", async ({ page, api }) => {
    const master = await api.master("Done Ltd");
    const member = await api.member(master, "Done Ltd");
    await api.authenticate(master, "Done and dusted Ltd");
    const preview = new PreviewPage(page);

    await preview.openAccount(master);
    await preview.text("This account is authenticated already").waitFor();
    await preview.members.filter({ hasText: "Done and dusted Ltd" }).filter({ hasText: "From the master" }).waitFor();

    await preview.openAccount(member);
    await page.getByRole("link", { name: "Done and dusted Ltd" }).click();
    await preview.members.first().waitFor();
  });
});
