import type { Locator, Page } from "playwright-core";
import type { Account } from "./api.js";

/** The preview page, in the words that a visitor sees. */
export class PreviewPage {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto("/preview");
  }

  async openAccount({ id }: Account, name = ""): Promise<void> {
    await this.page.goto(`/preview#${new URLSearchParams({ account: id, ...(name && { name }) })}`);
  }

  get name(): Locator {
    return this.page.getByLabel("Enterprise name");
  }

  get certificateNumber(): Locator {
    return this.page.getByLabel("Number", { exact: true });
  }

  /** How many would be synchronized, as it is read out; nothing while that is being found out. */
  get headline(): Locator {
    return this.page.getByRole("region", { name: "Preview" }).getByRole("status").filter({ hasText: /./ });
  }

  /** The members of the page that is shown. */
  get members(): Locator {
    return this.page.getByRole("region", { name: "Members" }).getByRole("listitem");
  }

  get dialog(): Locator {
    return this.page.getByRole("dialog", { name: "Commit this authentication?" });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole("button", { name });
  }

  text(text: string | RegExp): Locator {
    return this.page.getByText(text);
  }

  /** Waits until nothing that is shown is about to be replaced. */
  settled(): Promise<void> {
    return this.page.locator("[aria-busy=true]").first().waitFor({ state: "detached" });
  }

  /** Opens the confirmation of a commit, and agrees to what is overwritten where it is asked. */
  async confirm(certificateNumber: string): Promise<void> {
    await this.certificateNumber.fill(certificateNumber);
    await this.button("Commit…").and(this.page.locator('[aria-disabled="false"]')).click();
    const agreement = this.dialog.getByRole("checkbox");
    if (await agreement.count()) await agreement.check();
  }
}
