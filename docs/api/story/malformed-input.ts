import type { Narrator } from "./narrator.js";
import { CERTIFICATE, NAME_AFTER, type TheGroup, UNKNOWN_ID } from "./the-group.js";

/** Shows every reason for which an argument is malformed. */
export async function provokeMalformedInput(narrator: Narrator, { masterId }: TheGroup): Promise<void> {
  const register = (title: string, input: object) =>
    narrator.show(title, "malformed/register", { input: { enterpriseName: NAME_AFTER, ...input } });
  await narrator.show("A variable that lacks what is required", "malformed/register", { input: {} });
  await register("A name of digits alone", { enterpriseName: "42" });
  await register("A reference that ends with a space", { reference: "shop-7 " });
  await register("A key without a character", { idempotencyKey: "" });

  const commit = (title: string, input: object) =>
    narrator.show(title, "malformed/commit", {
      input: { accountId: masterId, enterpriseName: NAME_AFTER, certificate: CERTIFICATE, ...input },
    });
  await commit("A country in small letters", { certificate: { ...CERTIFICATE, country: "cn" } });
  await commit("A number whose check character is another", {
    certificate: { ...CERTIFICATE, number: "91990000TT0000015K" },
  });
  await commit("A token that no preview gave", { previewToken: "token" });

  await narrator.show("No members at all", "malformed/register-several", { input: { masterId, members: [] } });
  await narrator.show("A page of more than 100", "malformed/list", { first: 1_000 });
  await narrator.show("A cursor that no list gave", "malformed/list", { after: "cursor" });
  await narrator.show("101 ids", "malformed/find", { ids: Array.from({ length: 101 }, () => UNKNOWN_ID) });
}
