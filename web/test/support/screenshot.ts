import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";

/** Keeps a picture of the page in `web/artifacts`, for people to look at. */
export async function screenshot(page: Page, name: string): Promise<void> {
  // A dialog lies in the middle of what is visible.
  const fullPage = (await page.getByRole("dialog").count()) === 0;
  const path = fileURLToPath(new URL(`../../artifacts/${name}.png`, import.meta.url));
  await page.screenshot({ path, fullPage, animations: "disabled" });
}
