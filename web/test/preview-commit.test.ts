import assert from "node:assert/strict";
import { describe } from "node:test";
import { aCertificate } from "./support/api.js";
import { pageSuite } from "./support/page-suite.js";
import { PreviewPage } from "./support/preview-page.js";

describe("from a master to its commit", () => {
  const test = pageSuite();

  test("registers a sample group on an empty database, in which every reason and effect occurs", async ({ page }) => {
    const preview = new PreviewPage(page);
    await preview.open();

    await preview.text("There are no accounts yet.").waitFor();
    await preview.button("Register a sample group").click();
    await preview.headline.filter({ hasText: "23 of 40 members would be synchronized" }).waitFor();
    await preview.button("Fill in that certificate").click();
    await preview.text("4 members would have a verified identity replaced or confirmed").waitFor();
    await preview.settled();

    const breakdown = page.getByRole("table", { name: "Members by reason and status" });
    assert.equal(await breakdown.getByRole("row").count(), 7);
    for (const effect of ["Authenticated", "Identity replaced", "Confirmed", "Left as it is"]) {
      await seek(preview, effect);
    }
  });

  test("shows each member's decision, narrowed down by whether and why", async ({ page, api }) => {
    const master = await api.master("甲有限公司");
    await api.members(master, ["甲有限公司", "乙有限公司", "丙有限公司"]);
    const preview = new PreviewPage(page);
    await preview.openAccount(master, "乙有限公司");

    await preview.members.nth(2).waitFor();
    assert.match(
      (await preview.members.nth(0).textContent()) ?? "",
      /^甲有限公司.*乙有限公司.*Authenticated.*because/s,
    );
    assert.match(
      (await preview.members.nth(2).textContent()) ?? "",
      /^丙有限公司.*Left as it is.*Not synchronized because/s,
    );

    await page.getByLabel("Not synchronized").check();
    await preview.members.filter({ hasText: "丙有限公司" }).waitFor();
    await preview.members.nth(1).waitFor({ state: "detached" });

    await page.getByLabel("Reason").selectOption("Same as the name after");
    await preview.text("No member fits these filters.").waitFor();

    await page.getByLabel("All", { exact: true }).check();
    await preview.members.filter({ hasText: "乙有限公司" }).waitFor();
    assert.equal(await preview.members.count(), 1);
  });

  test("leads through the members page by page, forwards and back", async ({ page, api }) => {
    const master = await api.master("Paged Ltd");
    await api.members(
      master,
      Array.from({ length: 45 }, (_, index) => `Member ${index + 1} of Paged Ltd`),
    );
    const preview = new PreviewPage(page);
    await preview.openAccount(master, "Paged Ltd");

    const first = preview.members.first();
    await first.filter({ hasText: "Member 1 of" }).waitFor();
    await preview.button("Next").click();
    await first.filter({ hasText: "Member 21 of" }).waitFor();
    await preview.button("Next").click();
    await first.filter({ hasText: "Member 41 of" }).waitFor();
    await preview.button("Previous").click();
    await first.filter({ hasText: "Member 21 of" }).waitFor();
    await preview.button("First").click();
    await first.filter({ hasText: "Member 1 of" }).waitFor();
  });

  test("commits by the keyboard alone: chosen, typed, confirmed, and shown with its members", async ({ page, api }) => {
    const master = await api.master("键盘有限公司", "keyboard");
    await api.members(master, ["键盘有限公司", "别的有限公司"]);
    const overwritten = await api.member(master, "键盘有限公司");
    await api.authenticate(overwritten, "键盘有限公司", aCertificate("91990000TT0000023D"));
    const preview = new PreviewPage(page);
    await preview.open();
    await preview.text("键盘有限公司").waitFor();

    await tabTo(/^键盘有限公司/);
    await page.keyboard.press("Enter");
    await preview.name.waitFor();
    await tabTo("Enterprise name");
    await page.keyboard.type("新名有限公司");
    await preview.headline.filter({ hasText: "2 of 3 members would be synchronized" }).waitFor();
    await preview.text("1 member would have a verified identity overwritten").waitFor();
    await tabTo("Commit…");
    await page.keyboard.press("Enter");
    await preview.text("The certificate's number is needed to commit.").first().waitFor();
    await page.keyboard.type("91990000TT00000318");
    await preview.text("1 member would have a verified identity replaced or confirmed").waitFor();
    await tabTo("Commit…");
    await page.keyboard.press("Enter");
    await preview.dialog.waitFor();
    await tabTo(/^Overwrite or confirm the verified identity of 1 member$/);
    await page.keyboard.press("Space");
    await tabTo("Authenticate, and synchronize 2 members");
    await page.keyboard.press("Enter");

    const done = page.getByRole("alert");
    await done.filter({ hasText: "2 members synchronized" }).waitFor();
    await preview.members.nth(2).waitFor();
    assert.equal(await preview.members.filter({ hasText: "新名有限公司" }).count(), 2);
    assert.equal(await preview.members.filter({ hasText: "From the master" }).count(), 2);
    assert.deepEqual(await api.authentications(overwritten), [{ origin: "SYNCHRONIZED" }, { origin: "OWN" }]);

    async function tabTo(label: string | RegExp) {
      for (let presses = 0; presses < 60; presses += 1) {
        await page.keyboard.press("Tab");
        const text = await page.evaluate(() => {
          const focused = document.activeElement as HTMLInputElement;
          return (focused.labels?.[0] ?? focused).textContent?.trim() ?? "";
        });
        if (typeof label === "string" ? text === label : label.test(text)) return;
      }
      assert.fail(`no way to ${label} by the tab key`);
    }
  });

  test("says what a refusal says that was added to the service later", async ({ page, api }) => {
    const master = await api.master("Frozen Ltd");
    const refusal = { __typename: "AccountFrozen", message: "The account is frozen." };
    const preview = new PreviewPage(page);
    await preview.openAccount(master, "Frozen Ltd");
    await preview.confirm(aCertificate().number);
    await page.route("**/graphql", (route) => route.fulfill({ json: { data: { commitAuthentication: refusal } } }));

    await preview.button("Authenticate").click();

    await preview.text("Nothing was committed: The account is frozen.").waitFor();
  });

  test("commits nothing before the overwriting of identities is agreed to", async ({ page, api }) => {
    const master = await api.master("Careful Ltd");
    const member = await api.member(master, "Careful Ltd");
    await api.authenticate(member, "Careful Ltd", aCertificate("91990000TT0000023D"));
    const preview = new PreviewPage(page);
    await preview.openAccount(master, "Careful Ltd");
    await preview.certificateNumber.fill(aCertificate().number);
    await preview.text("1 member would have a verified identity replaced or confirmed").waitFor();
    await preview.button("Commit…").click();

    await preview.button("Authenticate, and synchronize 1 member").click({ force: true });
    await preview.button("Cancel").click();

    await preview.dialog.waitFor({ state: "detached" });
    assert.deepEqual(await api.authentications(master), []);
  });
});

/** Looks for a member with this effect on the pages of the list, and goes back to the first. */
async function seek(preview: PreviewPage, effect: string): Promise<void> {
  const found = preview.members.filter({ hasText: effect }).first();
  while (!(await found.isVisible())) {
    assert.ok(await preview.button("Next").isEnabled(), `no member is ${effect}`);
    await preview.button("Next").click();
    await preview.settled();
  }
  if (await preview.button("First").isEnabled()) await preview.button("First").click();
  await preview.settled();
}
