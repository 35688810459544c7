import type { Page } from "playwright-core";

const OPERATION_KNOWN_AFTER_MS = 300;

/** GraphiQL, by what a visitor sees of it. */
export class GraphiqlPage {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto("/graphiql");
    await this.ready();
  }

  /** With the schema, and all the tabs. */
  async ready(): Promise<void> {
    await this.page.locator(".graphiql-tab").last().waitFor();
    await this.page.locator(".graphiql-query-editor .view-line").first().waitFor();
  }

  async tabs(): Promise<string[]> {
    return this.page.locator(".graphiql-tab-button").allTextContents();
  }

  async choose(title: string): Promise<void> {
    await this.page.locator(".graphiql-tab-button", { hasText: title }).click();
    await this.page.locator(".graphiql-query-editor", { hasText: title }).waitFor();
    // Until then it would run the document by the name of the operation before.
    await this.page.waitForTimeout(OPERATION_KNOWN_AFTER_MS);
  }

  /** Runs what is in the editor, and answers with what the service says. The pane shows the beginning of it. */
  async run(): Promise<string> {
    const answer = this.page.waitForResponse((response) => response.url().endsWith("/graphql"));
    await this.execute();
    const text = await (await answer).text();
    await this.pane(/"data":/);
    return text;
  }

  async execute(): Promise<void> {
    await this.page.getByRole("button", { name: /Execute query/ }).click();
  }

  /** Waits for the pane of answers to show something. Its lines are broken where there is no space. */
  async pane(expected: RegExp): Promise<void> {
    const lines = this.page.locator(".graphiql-response .view-lines");
    await lines.filter({ hasText: expected }).waitFor();
  }

  async typeHeaders(headers: string): Promise<void> {
    await this.page.getByRole("button", { name: "Headers" }).click();
    await this.page.locator(".graphiql-editor-tool .graphiql-editor:visible").click();
    await this.page.keyboard.insertText(headers);
  }
}
