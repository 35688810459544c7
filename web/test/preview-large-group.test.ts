import { describe } from "node:test";
import { aCertificate } from "./support/api.js";
import { pageSuite } from "./support/page-suite.js";
import { PreviewPage } from "./support/preview-page.js";

const MEMBERS = 100_000;

describe("a group of 100,000 members", () => {
  const test = pageSuite();

  test("is previewed, paged, narrowed down and committed as a small one is", async ({ page, api }) => {
    const master = await api.master("规模有限公司");
    await api.members(
      master,
      Array.from({ length: MEMBERS }, (_, index) => (index % 4 === 0 ? "规模有限公司" : `第${index}分公司`)),
    );
    const preview = new PreviewPage(page);
    await preview.openAccount(master);
    await preview.name.waitFor();

    await timed("preview", async () => {
      await preview.name.fill("规模有限公司");
      await preview.headline.filter({ hasText: "25,000 of 100,000 members" }).waitFor();
      await preview.members.nth(19).waitFor();
    });
    await timed("next page", async () => {
      await preview.button("Next").click();
      await preview.members.nth(1).filter({ hasText: "第21分公司" }).waitFor();
    });
    await timed("only those not synchronized", async () => {
      await page.getByLabel("Not synchronized").check();
      await preview.members.filter({ hasText: "Left as it is" }).nth(19).waitFor();
    });
    await timed("only those synchronized", async () => {
      await page.getByLabel("Synchronized", { exact: true }).check();
      await preview.members.filter({ hasText: "because" }).filter({ hasText: "Authenticated" }).nth(19).waitFor();
    });
    await preview.confirm(aCertificate().number);
    await timed("commit", async () => {
      await preview.button("Authenticate, and synchronize 25,000 members").click();
      await page.getByRole("alert").filter({ hasText: "25,000 members synchronized" }).waitFor();
      await preview.members.nth(19).waitFor();
    });
  });
});

/** Says how long it took; how long it may take depends on the machine. */
async function timed(what: string, action: () => Promise<void>): Promise<void> {
  const start = performance.now();
  await action();
  process.stdout.write(`${what}: ${Math.round(performance.now() - start)} ms\n`);
}
