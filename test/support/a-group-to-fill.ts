import type { RegisterMemberAccountsCommand } from "../../src/application/register-member-accounts.js";
import { Given } from "./given.js";
import { InMemoryStorage } from "./in-memory-storage.js";
import { EVERYTHING, itemsOf } from "./pages.js";

/** The name and the reference of a member that is to be registered, as they are given. */
export type Row = readonly [enterpriseName: string, reference?: string];

/** "Acme Ltd", which bears the reference "head", with a member that bears the reference "taken". */
export async function aGroupToFill() {
  const given = new Given(new InMemoryStorage());
  const master = await given.master("Acme Ltd", "head");
  const bearer = await given.member(master, "Other Ltd", "taken");
  const register = (rows: readonly Row[], command: Partial<RegisterMemberAccountsCommand> = {}) => {
    const members = rows.map(([enterpriseName, reference = null]) => ({ enterpriseName, reference }));
    return given.useCases.registerMembers.execute({ masterId: master.id, members, idempotencyKey: null, ...command });
  };
  return {
    given,
    master,
    bearer,
    register,
    /** A registration that is not refused. */
    registered: async (...rows: readonly Row[]) => {
      const result = await register(rows);
      if (result.kind !== "MemberAccountsRegistered") throw new Error(result.message);
      return result;
    },
    members: async () => {
      const [page] = await given.read(({ accounts }) => accounts.membersOf([master.id], {}, EVERYTHING));
      return itemsOf(page);
    },
    revision: () => given.read(({ accounts }) => accounts.revisionOf(master.id)),
  };
}
