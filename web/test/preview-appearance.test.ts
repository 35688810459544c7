import { describe } from "node:test";
import { assertAccessible, assertFitsItsWidth } from "./support/accessibility.js";
import { type Account, type Api, aCertificate } from "./support/api.js";
import { pageSuite } from "./support/page-suite.js";
import { PreviewPage } from "./support/preview-page.js";
import { screenshot } from "./support/screenshot.js";

const LONG = `${"很".repeat(200)}长有限公司`;
const WIDE = `Unbreakable${"x".repeat(240)}Ltd`;

/** Names that a layout may break at: long ones, from right to left, with pictures, and with spaces that matter. */
const NAMES = [
  LONG,
  WIDE,
  "شركة المثال المحدودة",
  "חברת הדוגמה בע״מ (ABC)",
  "🏢 Emoji & Söhne GmbH",
  "Two  spaces   Ltd",
];

const APPEARANCES = [
  { name: "desktop-light", viewport: { width: 1280, height: 900 }, colorScheme: "light" },
  { name: "desktop-dark", viewport: { width: 1280, height: 900 }, colorScheme: "dark" },
  { name: "phone-light", viewport: { width: 375, height: 812 }, colorScheme: "light" },
  { name: "phone-dark", viewport: { width: 375, height: 812 }, colorScheme: "dark" },
  { name: "narrow", viewport: { width: 320, height: 640 }, colorScheme: "light" },
] as const;

for (const { name: appearance, ...options } of APPEARANCES) {
  describe(`the preview page, ${appearance}`, () => {
    const test = pageSuite();

    test(
      "is accessible and fits its width in every state",
      async ({ page, api }) => {
        const preview = new PreviewPage(page);
        await preview.open();
        await preview.button("Register a sample group").waitFor();
        await looksWell("1-empty");

        await preview.button("Register a sample group").click();
        await preview.members.nth(19).waitFor();
        await looksWell("2-preview");

        await preview.name.fill("12345");
        await preview.text("must not be made up of digits").waitFor();
        await looksWell("3-wrong-input");

        await preview.name.fill("示例控股有限公司");
        await preview.button("Fill in that certificate").click();
        await preview.text("4 members would have a verified identity replaced or confirmed").waitFor();
        await preview.button("Commit…").click();
        await preview.dialog.waitFor();
        await looksWell("4-dialog");

        await api.member({ id: accountIn(page.url()) }, "示例控股有限公司");
        await preview.dialog.getByRole("checkbox").check();
        await preview.button(/^Authenticate, and/).click();
        await preview.text("As things are now").waitFor();
        await looksWell("5-stale");

        await preview.dialog.getByRole("button", { name: "Preview again" }).click();
        await preview.headline.filter({ hasText: "24 of 41" }).waitFor();
        await preview.confirm(aCertificate().number);
        await preview.button(/^Authenticate, and/).click();
        await preview.members.filter({ hasText: "From the master" }).nth(19).waitFor();
        await looksWell("6-result");

        await groupOfNames(api);
        await preview.open();
        await page.getByRole("link", { name: /^北京/ }).waitFor();
        await looksWell("7-list");

        async function looksWell(state: string) {
          await screenshot(page, `${appearance}-${state}`);
          await assertFitsItsWidth(page);
          await assertAccessible(page);
        }
      },
      options,
    );

    test(
      "holds names of every length, script and direction",
      async ({ page, api }) => {
        const preview = new PreviewPage(page);

        await preview.openAccount(await groupOfNames(api), LONG);
        await preview.members.nth(NAMES.length - 1).waitFor();

        await screenshot(page, `${appearance}-8-names`);
        await assertFitsItsWidth(page);
        await assertAccessible(page);
      },
      options,
    );
  });
}

async function groupOfNames(api: Api): Promise<Account> {
  const master = await api.master(`北京${WIDE}`.slice(0, 255), "r".repeat(128));
  await api.members(master, NAMES);
  return master;
}

function accountIn(url: string): string {
  return new URLSearchParams(new URL(url).hash.slice(1)).get("account") ?? "";
}
