import type { Narrator } from "./narrator.js";
import { CERTIFICATE, NAME_AFTER, type TheGroup } from "./the-group.js";

/** Shows how the group's master is authenticated. Answers with the ids of what came of it. */
export async function authenticateTheGroup(narrator: Narrator, { masterId }: TheGroup) {
  const input = { accountId: masterId, enterpriseName: NAME_AFTER, certificate: CERTIFICATE };
  const preview = await narrator.show("How many members it would reach", "preview-authentication", { input });
  await narrator.show("What it would do to each member, and why", "preview-decisions", { input });
  await narrator.show("Only the members that bear the name after", "preview-decisions", {
    input,
    filter: { reason: "SAME_NAME_AFTER" },
  });

  const previewToken = preview.text("previewAuthentication.previewToken");
  const commit = { input: { ...input, previewToken, idempotencyKey: "authenticate-headquarters" } };
  const committed = await narrator.show("Exactly what was previewed", "commit-authentication", commit);
  await narrator.show("The same input again, which changes nothing", "commit-again", commit);

  return {
    snapshotId: committed.text("commitAuthentication.snapshot.id"),
    synchronizationId: committed.text("commitAuthentication.synchronization.id"),
  };
}
