import type { Narrator } from "./narrator.js";
import { CERTIFICATE, NAME_AFTER, NAME_BEFORE, type TheGroup, UNKNOWN_ID } from "./the-group.js";

/** Shows every refusal, in a group that was committed. */
export async function provokeRefusals(narrator: Narrator, { masterId, firstMemberId }: TheGroup): Promise<void> {
  const enterpriseName = NAME_AFTER;
  await narrator.show("An id of nothing", "refusals/rename-unknown-account", {
    input: { accountId: UNKNOWN_ID, enterpriseName },
  });
  await narrator.show("A member of a member", "refusals/register-member-of-member", {
    input: { masterId: firstMemberId, enterpriseName },
  });
  await narrator.show("The reference of another member", "refusals/register-taken-reference", {
    input: { masterId, enterpriseName, reference: "shop-1" },
  });
  await narrator.show("Something wrong with each of four members", "refusals/register-refused-members", {
    input: {
      masterId,
      members: [
        { enterpriseName, reference: "shop-1" },
        { enterpriseName, reference: "shop-5" },
        { enterpriseName: "42", reference: "shop-5" },
        { enterpriseName, reference: " shop-6" },
      ],
    },
  });
  await narrator.show("A new name for an authenticated account", "refusals/rename-authenticated-account", {
    input: { accountId: masterId, enterpriseName: NAME_BEFORE },
  });
  await narrator.show("A second first authentication", "refusals/preview-authenticated-account", {
    input: { accountId: masterId, enterpriseName },
  });
  await narrator.show("A key that stands for another request", "refusals/reuse-idempotency-key", {
    input: { enterpriseName, idempotencyKey: "register-headquarters" },
  });
  await provokeStalePreview(narrator);
}

async function provokeStalePreview(narrator: Narrator): Promise<void> {
  const { accountId, input } = await anotherGroup(narrator);
  const preview = await narrator.ask("preview-authentication", { input });
  await narrator.ask("register-member-account", { input: { masterId: accountId, enterpriseName: NAME_AFTER } });
  const previewToken = preview.text("previewAuthentication.previewToken");
  await narrator.show("A preview from before a member joined", "refusals/commit-stale-preview", {
    input: { ...input, previewToken },
  });
}

/** A master that is not authenticated, and what it might be authenticated as. */
export async function anotherGroup(narrator: Narrator) {
  const master = await narrator.ask("register-master-account", { input: { enterpriseName: NAME_BEFORE } });
  const accountId = master.text("registerMasterAccount.account.id");
  return { accountId, input: { accountId, enterpriseName: NAME_AFTER, certificate: CERTIFICATE } };
}
