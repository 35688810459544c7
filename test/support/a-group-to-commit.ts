import type { CommitAuthenticationCommand } from "../../src/application/commit-authentication.js";
import type { PreviewToken } from "../../src/application/preview-token.js";
import type { Certificate } from "../../src/domain/certificate.js";
import { Given } from "./given.js";
import { InMemoryStorage } from "./in-memory-storage.js";
import { aCertificate, aName } from "./samples.js";

/**
 * "Acme Ltd", to be authenticated as "Beta Ltd" unless a test says otherwise. Its members bear its name, that name, and
 * another.
 */
export async function aGroupToCommit() {
  const given = new Given(new InMemoryStorage());
  const master = await given.master("Acme Ltd");
  const members = await given.members(master, "ACME Ltd", "BETA Ltd", "Gamma Ltd");
  const commit = (account: { id: string }, command: Partial<CommitAuthenticationCommand> = {}) =>
    given.commit(account, "Beta Ltd", command);
  return {
    given,
    master,
    members,
    commit,
    /** A commit that is not refused. */
    committed: async (...parameters: Parameters<typeof commit>) => {
      const result = await commit(...parameters);
      if (result.kind !== "AuthenticationCommitted") throw new Error(result.message);
      return result;
    },
    preview: async ({ id }: { id: string }, certificate: Certificate | null = aCertificate()) =>
      tokenOf(await given.useCases.preview.execute({ accountId: id, enterpriseName: aName("Beta Ltd"), certificate })),
  };
}

/** Of a preview, or of the one that stands in for a stale one. */
export function tokenOf(result: {
  kind: string;
  token?: PreviewToken;
  currentPreview?: { token: PreviewToken };
}): PreviewToken {
  const token = result.token ?? result.currentPreview?.token;
  if (token === undefined) throw new Error(`There is no token in ${result.kind}.`);
  return token;
}
