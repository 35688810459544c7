import type { Backstage } from "./backstage.js";
import type { Narrator } from "./narrator.js";
import { anotherGroup } from "./refusals.js";
import { NAME_AFTER } from "./the-group.js";

/** Shows every other error that an operation can be answered with. */
export async function provokeErrors(narrator: Narrator, backstage: Backstage): Promise<void> {
  await narrator.showText("A document that ends too early", "{ syncPolicy { version }");
  await narrator.showText("A field that does not exist", "{ syncPolicy { author } }");
  await narrator.showText(
    "Two operations, and no name of one",
    "query A { syncPolicy { version } } query B { syncPolicy { version } }",
  );
  await narrator.show("Pages in pages in pages", "errors/members-of-members");

  const { accountId, input } = await anotherGroup(narrator);
  await backstage.joinedMeanwhile(accountId, NAME_AFTER, () =>
    narrator.show("A member joins while the preview is read", "errors/count-members", { input }),
  );

  await backstage.withGroupsLocked(() =>
    narrator.show("Another change takes too long", "errors/commit-alone", { input }),
  );
  await backstage.goneAtCommit(() =>
    narrator.show("The database is lost at the very end", "errors/commit-alone", {
      input: { ...input, idempotencyKey: "commit-in-doubt" },
    }),
  );
  await backstage.withoutAccounts(() => narrator.show("A table is lost", "errors/list-accounts"));
}
