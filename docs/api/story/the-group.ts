import type { Narrator } from "./narrator.js";

/** What the examples call by its id: a master, and members by what becomes of them. */
export interface TheGroup {
  readonly masterId: string;
  /** Bears the name before. */
  readonly firstMemberId: string;
  /** Bears the name after, and is authenticated under it already. */
  readonly authenticatedMemberId: string;
}

export const NAME_BEFORE = "北京示例（集团）有限公司";
export const NAME_AFTER = "示例控股有限公司";
export const CERTIFICATE = { country: "CN", type: "BUSINESS_LICENSE", number: "91990000TT0000015J" };
export const CERTIFICATE_OF_MEMBER = { ...CERTIFICATE, number: "91990000TT0000023D" };

/** The id of nothing. */
export const UNKNOWN_ID = "019cac1e-6a80-7000-8000-999999999999";

/** Shows how a group is registered. */
export async function registerTheGroup(narrator: Narrator): Promise<TheGroup> {
  const input = { enterpriseName: NAME_BEFORE, reference: "headquarters", idempotencyKey: "register-headquarters" };
  const master = await narrator.show("A master", "register-master-account", { input });
  const masterId = master.text("registerMasterAccount.account.id");

  const first = await narrator.show(
    "A member that bears its master's name, written another way",
    "register-member-account",
    {
      input: { masterId, enterpriseName: "北京示例(集团) 有限公司", reference: "shop-1" },
    },
  );

  const members = [
    { enterpriseName: NAME_AFTER, reference: "shop-2" },
    { enterpriseName: NAME_AFTER, reference: "shop-3" },
    { enterpriseName: "上海另一家公司", reference: "shop-4" },
  ];
  const others = await narrator.show("Three members at once", "register-member-accounts", {
    input: { masterId, members },
  });

  await narrator.show("Another name", "rename-enterprise-account", {
    input: { accountId: others.text("registerMemberAccounts.accounts.2.id"), enterpriseName: "上海另一家有限公司" },
  });

  const authenticatedMemberId = others.text("registerMemberAccounts.accounts.1.id");
  await narrator.ask("commit-authentication", {
    input: { accountId: authenticatedMemberId, enterpriseName: NAME_AFTER, certificate: CERTIFICATE_OF_MEMBER },
  });
  return { masterId, firstMemberId: first.text("registerMemberAccount.account.id"), authenticatedMemberId };
}
