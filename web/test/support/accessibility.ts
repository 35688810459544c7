import assert from "node:assert/strict";
import axe, { type AxeResults } from "axe-core";
import type { Page } from "playwright-core";

/** Fails where axe finds anything to complain about in the page as it is, with what and where. */
export async function assertAccessible(page: Page): Promise<void> {
  // Evaluated by the debugger, which no content security policy stops, and not added as a script, which it would.
  await page.evaluate(axe.source);
  const { violations, passes } = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run: () => Promise<AxeResults> } };
    return axe.run();
  });
  assert.ok(passes.length > 0);
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
  assert.deepEqual(found, []);
}

/** Fails where the page can be scrolled sideways. */
export async function assertFitsItsWidth(page: Page): Promise<void> {
  const [width, visible] = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return [scrollWidth, clientWidth];
  });
  assert.equal(width, visible);
}
