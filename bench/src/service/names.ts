import { nameKey } from "../../../src/domain/name-key.js";

/** The master's enterprise name before its first authentication. */
export const NAME_BEFORE = "北京示例集团有限公司";

/** The name that it is authenticated under. */
export const NAME_AFTER = "示例控股有限公司";

/** A name that nobody bears. */
export const NAME_OF_NOBODY = "广州无人使用有限公司";

/** The keys of the names before and after. */
export const KEYS = { before: nameKey(NAME_BEFORE), after: nameKey(NAME_AFTER) };

/** The certificate that masters are authenticated with: synthetic, of an administrative division that does not exist. */
export const CERTIFICATE = { country: "CN", type: "BUSINESS_LICENSE", number: "91990000TT0000015J" };
