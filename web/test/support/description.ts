import assert from "node:assert/strict";
import type { Locator } from "playwright-core";

/** What is read out with a field that is marked as wrong; fails where it is not. */
export async function descriptionOf(field: Locator): Promise<string> {
  assert.equal(await field.getAttribute("aria-invalid"), "true");
  return field.evaluate((element) =>
    (element.getAttribute("aria-describedby") ?? "")
      .split(" ")
      .map((id) => document.getElementById(id)?.textContent)
      .join(" "),
  );
}
