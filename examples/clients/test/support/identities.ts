/** What the masters of the tests are called before their first authentication. */
export const NAME_BEFORE = "北京示例集团有限公司";

/** What they are authenticated as. */
export const NAME_AFTER = "示例控股有限公司";

/** What those members are called that no authentication reaches. */
export const OTHER_NAME = "上海另一家有限公司";

/** Synthetic, of an administrative division that does not exist. */
export const CERTIFICATE = { country: "CN", type: "BUSINESS_LICENSE", number: "91990000TT0000015J" } as const;
