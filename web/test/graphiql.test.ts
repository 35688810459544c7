import assert from "node:assert/strict";
import { describe } from "node:test";
import { GraphiqlPage } from "./support/graphiql-page.js";
import { pageSuite } from "./support/page-suite.js";
import { screenshot } from "./support/screenshot.js";

/** What each tab of the story has to answer. */
const STORY = [
  ["RegisterMaster", /"authenticationStatus":"NOT_AUTHENTICATED"/],
  ["RegisterMembers", /"reference":"south"/],
  ["PreviewAuthentication", /"synchronizedCount":2/],
  ["CommitAuthentication", /"replayed":false/],
  ["History", /"origin":"SYNCHRONIZED"/],
  ["WhyNot", /"reason":"DIFFERENT_NAME"/],
  ["TheRule", /"effect":"REPLACE"/],
] as const;

describe("GraphiQL", () => {
  const test = pageSuite();

  test("tells the story from the first tab to the last, on an empty database and again", async ({ page }) => {
    const graphiql = new GraphiqlPage(page);
    await graphiql.open();
    assert.deepEqual(
      await graphiql.tabs(),
      STORY.map(([title]) => title),
    );

    for (const round of ["first", "second"]) {
      for (const [title, expected] of STORY) {
        await graphiql.choose(title);
        assert.match(await graphiql.run(), expected);
        if (round === "first") await screenshot(page, `graphiql-${title}`);
      }
    }
  });

  test("commits the same once: run again, the commit is a replay", async ({ page }) => {
    const graphiql = new GraphiqlPage(page);
    await graphiql.open();
    for (const [title, expected] of STORY.slice(0, 4)) {
      await graphiql.choose(title);
      assert.match(await graphiql.run(), expected);
    }

    assert.match(await graphiql.run(), /"replayed":true/);
  });

  test("says which tab is to be run first", async ({ page }) => {
    const graphiql = new GraphiqlPage(page);
    await graphiql.open();

    await graphiql.choose("PreviewAuthentication");

    await graphiql.execute();
    await graphiql.pane(/registerMasterAccount/);
  });

  test("sends the headers that are typed, and keeps them no longer than the page", async ({ page }) => {
    const graphiql = new GraphiqlPage(page);
    await graphiql.open();
    await graphiql.typeHeaders('{ "Authorization": "Bearer a.b.c" }');
    const request = page.waitForRequest((sent) => sent.postData()?.includes("RegisterMaster") === true);

    await graphiql.run();

    assert.equal((await request).headers().authorization, "Bearer a.b.c");
    assert.equal((await request).method(), "POST");
    await page.waitForFunction(() => "graphiql:queries" in sessionStorage);
    assert.ok(!(await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]))).includes("a.b.c"));
  });

  test("keeps names and numbers in the session, and nothing beyond it", async ({ page }) => {
    const graphiql = new GraphiqlPage(page);
    await graphiql.open();
    await graphiql.run();

    assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), []);
  });

  test("has the schema's documentation, the explorer and the history", async ({ page }) => {
    const graphiql = new GraphiqlPage(page);
    await graphiql.open();
    await graphiql.run();

    await page.getByRole("button", { name: "Show Documentation Explorer" }).click();
    await page
      .getByText("What can be read. Nothing of it changes anything.")
      .or(page.getByText("A GraphQL schema"))
      .first()
      .waitFor();
    await screenshot(page, "graphiql-documentation");
    await page.getByRole("button", { name: "Show History" }).click();
    await page.locator(".graphiql-history-item").first().waitFor();
    await page.getByRole("button", { name: "Show GraphiQL Explorer" }).click();
    await page.locator(".graphiql-explorer-root").first().waitFor();
    await screenshot(page, "graphiql-explorer");
  });

  test(
    "is where / leads, and looks well in the dark",
    async ({ page }) => {
      await page.goto("/");
      assert.match(page.url(), /\/graphiql$/);
      await new GraphiqlPage(page).ready();
      await screenshot(page, "graphiql-dark");
    },
    { colorScheme: "dark" },
  );
});
