import type { EnterpriseAccount } from "../../src/domain/enterprise-account.js";
import type { Given } from "./given.js";
import { aMember } from "./samples.js";

const BATCH = 1_000;

/**
 * Gives a master members, in batches of a thousand: of ten, six bear `name`, and four one of 26 others; every tenth is
 * authenticated by itself.
 */
export async function growGroup(given: Given, { id: groupId }: EnterpriseAccount, size: number, name: string) {
  for (let first = 0; first < size; first += BATCH) {
    await given.write(async ({ accounts }) => {
      const revision = (await accounts.lockGroupOf(groupId))?.revision ?? 0;
      const members = Array.from({ length: Math.min(BATCH, size - first) }, (_, index) => {
        const letter = String.fromCharCode(97 + (index % 26));
        const own = index % 10 < 6 ? name : `Other ${letter}`;
        return aMember(own, { groupId, revision, authenticated: index % 10 === index % 7 });
      });
      await accounts.add(members);
    });
  }
}
