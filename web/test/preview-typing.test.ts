import assert from "node:assert/strict";
import { describe } from "node:test";
import { aCertificate } from "./support/api.js";
import { descriptionOf } from "./support/description.js";
import { pageSuite } from "./support/page-suite.js";
import { PreviewPage } from "./support/preview-page.js";

/** Longer than the page waits for more typing. */
const SETTLED_MS = 500;

describe("typing what to authenticate as", () => {
  const test = pageSuite();

  test("says what is wrong at the field that it is wrong in", async ({ page, api }) => {
    const preview = new PreviewPage(page);
    await preview.openAccount(await api.master("Field Ltd"));

    await preview.name.fill("12345");
    await preview.text("must not be made up of digits").waitFor();
    assert.match(await descriptionOf(preview.name), /must not be made up of digits/);

    await preview.name.fill("Field Ltd");
    await preview.certificateNumber.fill("91990000TT0000015K");
    await preview.text("does not match its check character").waitFor();
    assert.match(await descriptionOf(preview.certificateNumber), /does not match its check character/);

    await page.getByLabel("Country").fill("XX");
    await preview.text("A country is a code of").waitFor();
    assert.match(await descriptionOf(page.getByLabel("Country")), /ISO 3166-1/);

    await page.getByLabel("Country").fill("CN");
    await preview.certificateNumber.fill(aCertificate().number);
    await preview.headline.waitFor();
  });

  test("keeps the last preview in sight while what is typed cannot be previewed, and does not commit it", async ({
    page,
    api,
  }) => {
    const master = await api.master("Kept Ltd");
    await api.member(master, "Kept Ltd");
    const preview = new PreviewPage(page);
    await preview.openAccount(master, "Kept Ltd");
    await preview.certificateNumber.fill(aCertificate().number);
    await preview.settled();

    await preview.certificateNumber.fill("9199");
    await preview.text("What was typed cannot be previewed").waitFor();
    await preview.button("Commit…").click({ force: true });

    await page.getByRole("table", { name: "Members by reason and status" }).waitFor();
    assert.equal(await preview.dialog.count(), 0);
  });

  test("previews what an input method puts together once it is put together", async ({ page, api }) => {
    const names: string[] = [];
    page.on("request", (request) => names.push(request.postDataJSON()?.variables?.input?.enterpriseName));
    await page.clock.install();
    const preview = new PreviewPage(page);
    await preview.openAccount(await api.master("示例"));
    await preview.name.focus();
    const keyboard = await page.context().newCDPSession(page);

    for (const text of ["s", "sh", "shi"]) {
      await keyboard.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    }
    await page.clock.runFor(SETTLED_MS);
    await keyboard.send("Input.insertText", { text: "示例" });
    await preview.headline.waitFor();

    assert.equal(await preview.name.inputValue(), "示例");
    assert.deepEqual([...new Set(names.filter(Boolean))], ["示例"]);
  });

  test("keeps account and name in the address, over reloads, back and forward", async ({ page, api }) => {
    const master = await api.master("Address Ltd");
    const preview = new PreviewPage(page);
    await preview.open();
    await page.getByRole("link", { name: /^Address Ltd/ }).click();
    await preview.name.fill("Another Address Ltd");
    await page.waitForURL(/#account=.*&name=Another\+Address\+Ltd$/);

    await page.reload();
    assert.equal(await preview.name.inputValue(), "Another Address Ltd");
    await page.goBack();
    await page.getByRole("link", { name: /^Address Ltd/ }).waitFor();
    await page.goForward();
    await preview.headline.waitFor();

    assert.equal(await preview.name.inputValue(), "Another Address Ltd");
    assert.equal(new URL(page.url()).search, "");
    assert.ok(page.url().includes(master.id));
  });

  test("writes the certificate's number to no address, title or storage", async ({ page, api }) => {
    const { number } = aCertificate();
    const master = await api.master("Secret Ltd");
    const addresses: string[] = [];
    page.on("request", (request) => addresses.push(request.url()));
    const preview = new PreviewPage(page);
    await preview.openAccount(master, "Secret Ltd");

    await preview.confirm(number);
    await preview.button("Authenticate").click();
    await page.getByRole("alert").filter({ hasText: "Committed" }).waitFor();

    const kept = await page.evaluate(() =>
      [
        document.title,
        location.href,
        document.cookie,
        ...Object.values(localStorage),
        ...Object.values(sessionStorage),
      ].join(),
    );
    assert.ok(!kept.includes(number));
    assert.ok(addresses.every((address) => !address.includes(number) && !address.includes("Secret")));
  });

  test("shows the answer to what was typed last, also where an earlier one comes later", async ({ page, api }) => {
    const master = await api.master("Slow Ltd");
    await api.members(master, ["Fast Ltd", "Fast Ltd", "Slow Ltd"]);
    const preview = new PreviewPage(page);
    await preview.openAccount(master);
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const answered: string[] = [];
    await page.route("**/graphql", async (route) => {
      const isSlow = route.request().postData()?.includes('"enterpriseName":"Slow Ltd"');
      if (isSlow) await held;
      await route.continue().catch(() => {});
      answered.push(isSlow ? "slow" : "fast");
    });

    const asked = page.waitForRequest((request) =>
      Boolean(request.postData()?.includes('"enterpriseName":"Slow Ltd"')),
    );
    await preview.name.fill("Slow Ltd");
    await asked;
    await preview.name.fill("Fast Ltd");
    await preview.headline.filter({ hasText: "3 of 3 members" }).waitFor();
    release();
    while (!answered.includes("slow")) await page.waitForTimeout(20);
    await page.waitForLoadState("networkidle");

    assert.equal(answered.at(-1), "slow");
    assert.match((await preview.headline.textContent()) ?? "", /^3 of 3 members/);
  });
});
