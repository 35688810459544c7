import assert from "node:assert/strict";
import type { BrowserContext, Page } from "playwright-core";

declare global {
  interface Window {
    complain(complaint: string): void;
  }
}

/**
 * Everything that a page must not do: write a warning or an error to the console, throw, break the content security
 * policy, or speak to another origin.
 */
export class Complaints {
  private readonly heard: string[] = [];
  private readonly expected: { pattern: RegExp; hasCome: boolean }[] = [];

  static async of(context: BrowserContext, page: Page, origin: string): Promise<Complaints> {
    const complaints = new Complaints();
    const hear = (complaint: string) => complaints.hear(complaint);
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) hear(`console ${message.type()}: ${message.text()}`);
    });
    page.on("pageerror", (error) => hear(`thrown: ${error.message}`));
    page.on("request", (request) => {
      const { protocol, origin: asked } = new URL(request.url());
      if (protocol !== "data:" && protocol !== "blob:" && asked !== origin) hear(`request to ${request.url()}`);
    });
    await context.exposeFunction("complain", hear);
    await page.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
        window.complain(`policy ${violatedDirective}: ${blockedURI}`);
      });
    });
    return complaints;
  }

  /** A complaint that is provoked, as by a network that fails, and that must come. */
  expect(pattern: RegExp): void {
    this.expected.push({ pattern, hasCome: false });
  }

  /** Fails where there was a complaint that nobody expected, or none where one was. */
  assertAsExpected(): void {
    assert.deepEqual(this.heard, []);
    for (const { pattern, hasCome } of this.expected) assert.ok(hasCome, `${pattern} was expected`);
  }

  private hear(complaint: string): void {
    const expectation = this.expected.find(({ pattern }) => pattern.test(complaint));
    if (expectation) expectation.hasCome = true;
    else this.heard.push(complaint);
  }
}
