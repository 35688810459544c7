import type { EnterpriseAccount } from "../domain/enterprise-account.js";
import type { Access } from "./access.js";
import type { Page, Position } from "./page.js";
import { AccountNotFound, NotAMasterAccount } from "./refusals.js";

const PAGE_SIZE = 1_000;

/** All accounts of a group have been handed over. */
export class GroupExported {
  readonly kind = "GroupExported";

  constructor(readonly count: number) {}
}

export type ExportGroupResult = GroupExported | AccountNotFound | NotAMasterAccount;

/** Hands over a group as it is at one instant: its master, then its members in the order they joined. */
export class ExportGroup {
  constructor(private readonly access: Access) {}

  /** @param write takes some accounts at a time; the next are read once it is done with them */
  execute(
    masterId: string,
    write: (accounts: readonly EnterpriseAccount[], master: EnterpriseAccount) => Promise<void>,
  ): Promise<ExportGroupResult> {
    return this.access.read("accounts:read", async ({ accounts }) => {
      const master = await accounts.find(masterId);
      if (master === null) return new AccountNotFound(masterId);
      if (master.role !== "MASTER") return new NotAMasterAccount(masterId);

      await write([master], master);
      let count = 1;
      for (let after: Position | null | undefined = null; after !== undefined; ) {
        const request = { limit: PAGE_SIZE, from: "start", after, before: null } as const;
        const [page] = (await accounts.membersOf([masterId], {}, request)) as [Page<EnterpriseAccount>];
        if (page.items.length > 0)
          await write(
            page.items.map(({ item }) => item),
            master,
          );
        count += page.items.length;
        after = page.hasNext ? page.items.at(-1)?.position : undefined;
      }
      return new GroupExported(count);
    });
  }
}
