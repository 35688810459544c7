import { after, before, test } from "node:test";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { Api } from "./api.js";
import { launchBrowser } from "./browser.js";
import { Complaints } from "./complaints.js";
import { RunningService } from "./running-service.js";

/** What a test of a page has at hand. */
export interface Visit {
  readonly page: Page;
  /** The service that the page comes from, asked directly. */
  readonly api: Api;
  /** What the page is blamed for, to say what of it is provoked. */
  readonly complaints: Complaints;
}

type PageTest = (title: string, body: (visit: Visit) => Promise<void>, options?: BrowserContextOptions) => void;

/**
 * Runs a service and a browser for the tests of a file. Each test gets a page of its own, with nothing in it from the
 * others, and fails where that page complains; they share the service's database, in the order that they are written in.
 */
export function pageSuite(): PageTest {
  let service: RunningService;
  let browser: Browser;

  before(async () => {
    [service, browser] = await Promise.all([RunningService.start(), launchBrowser()]);
  });

  after(async () => {
    await browser?.close();
    await service?.stop();
  });

  return (title, body, options) => {
    test(title, { timeout: 180_000 }, async () => {
      const context = await browser.newContext({ baseURL: service.origin, reducedMotion: "reduce", ...options });
      try {
        const page = await context.newPage();
        page.setDefaultTimeout(15_000);
        const complaints = await Complaints.of(context, page, service.origin);
        await body({ page, api: new Api(`${service.origin}/graphql`), complaints });
        complaints.assertAsExpected();
      } finally {
        await context.close();
      }
    });
  };
}
