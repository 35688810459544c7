import assert from "node:assert/strict";
import { describe } from "node:test";
import { aCertificate } from "./support/api.js";
import { pageSuite } from "./support/page-suite.js";
import { PreviewPage } from "./support/preview-page.js";

describe("a service that does not answer", () => {
  const test = pageSuite();

  test("commits once where the answer is lost: trying again tells what was done", async ({ page, api, complaints }) => {
    const master = await api.master("Lost Ltd");
    await api.member(master, "Lost Ltd");
    const preview = new PreviewPage(page);
    await preview.openAccount(master, "Lost Ltd");
    await preview.confirm(aCertificate().number);
    const keys: string[] = [];
    await page.route("**/graphql", async (route) => {
      const { input } = route.request().postDataJSON().variables;
      if (!input?.idempotencyKey) return route.continue();
      keys.push(input.idempotencyKey);
      const answer = await route.fetch();
      return keys.length === 1 ? route.abort() : route.fulfill({ response: answer });
    });
    complaints.expect(/net::ERR_FAILED/);

    await preview.button("Authenticate, and synchronize 1 member").click();
    await preview.text("it is not known whether this was committed").waitFor();
    await preview.dialog.getByRole("button", { name: "Close" }).click();
    await preview.button("Commit…").click();
    await preview.dialog.getByRole("button", { name: "Try again" }).click();

    await page.getByRole("alert").filter({ hasText: "1 member synchronized" }).waitFor();
    assert.equal(keys.length, 2);
    assert.equal(keys[0], keys[1]);
    assert.equal((await api.authentications(master)).length, 1);
  });

  test("says that the service cannot be reached, and asks again", async ({ page, api, complaints }) => {
    const master = await api.master("Away Ltd");
    const preview = new PreviewPage(page);
    await page.route("**/graphql", (route) => route.abort());
    complaints.expect(/net::ERR_FAILED/);

    await preview.openAccount(master, "Away Ltd");
    await preview.text("The service cannot be reached.").waitFor();
    await page.unroute("**/graphql");
    await preview.button("Try again").click();

    await preview.headline.waitFor();
  });

  const faults = [
    {
      status: 500,
      contentType: "application/json",
      body: '{"errors":[{"message":"Something went wrong on our side.","extensions":{"code":"INTERNAL_SERVER_ERROR","errorId":"e-1"}}]}',
      says: "Its log says more under e-1.",
    },
    {
      status: 502,
      contentType: "text/html",
      body: "<h1>Bad Gateway</h1>",
      says: "Something went wrong on the service's side.",
    },
    {
      status: 401,
      contentType: "text/plain",
      body: "Unauthorized",
      says: "Give an access token at the top of the page.",
    },
    { status: 403, contentType: "text/plain", body: "Forbidden", says: "The access token is valid, but not for this." },
  ];
  for (const { says, ...answer } of faults) {
    test(`says what ${answer.status} means, and asks again`, async ({ page, complaints }) => {
      const preview = new PreviewPage(page);
      await page.route("**/graphql", (route) => route.fulfill(answer));
      complaints.expect(new RegExp(`status of ${answer.status}`));

      await preview.open();
      await preview.text(says).waitFor();
      await page.unroute("**/graphql");
      await preview.button("Try again").click();

      await page.getByRole("alert").waitFor({ state: "detached" });
    });
  }

  test("sends an access token with every request, and forgets it with the page", async ({ page, api }) => {
    const master = await api.master("Token Ltd");
    const preview = new PreviewPage(page);
    await preview.openAccount(master);
    await preview.name.waitFor();

    await page.getByText("Access token").first().click();
    await page.getByLabel("Access token").fill("not-a-real-token");
    const asked = page.waitForRequest("**/graphql");
    await preview.button("Use it").click();

    assert.equal((await asked).headers().authorization, "Bearer not-a-real-token");
    const again = page.waitForRequest("**/graphql");
    await page.reload();
    assert.equal((await again).headers().authorization, undefined);
  });
});
