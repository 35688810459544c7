import type { Issuer } from "./issuer.js";
import type { Narrator } from "./narrator.js";
import { CERTIFICATE, NAME_AFTER, NAME_BEFORE, type TheGroup } from "./the-group.js";

/** Shows what hangs on who is calling. */
export async function callAsOthers(narrator: Narrator, issuer: Issuer, group: TheGroup): Promise<void> {
  const partner = narrator.as(await issuer.token({ subject: "partner", groups: [] }));
  await partner.show("A master, by a caller that is to be granted its group", "register-master-account", {
    input: { enterpriseName: NAME_BEFORE },
  });
  await partner.show("The account of a group that the caller does not reach", "enterprise-account", {
    id: group.masterId,
  });

  const reading = { subject: "dashboard", scopes: ["accounts:read"], groups: [group.masterId] } as const;
  const dashboard = narrator.as(await issuer.token(reading));
  await dashboard.show("For a caller that may not see the certificate's number", "enterprise-account", {
    id: group.authenticatedMemberId,
  });
  await dashboard.show("A commit, by a caller that may read alone", "errors/commit-alone", {
    input: { accountId: group.masterId, enterpriseName: NAME_AFTER, certificate: CERTIFICATE },
  });
}
