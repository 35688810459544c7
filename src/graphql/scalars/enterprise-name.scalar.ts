import type { EnterpriseName } from "../../domain/enterprise-name.js";
import { textScalar } from "./text.scalar.js";

export const EnterpriseNameScalar = textScalar({
  name: "EnterpriseName",
  description: `The registered name of an enterprise, as it was given: trimmed, with tabs and line breaks inside it turned into spaces.
It has 1 to 255 characters (code points), no control characters, and is not made up of digits, punctuation and symbols alone.

Two names are the same when width, case, white space, invisible characters and the kinds of dots and dashes are all that differs:
\`北京示例（集团）有限公司\` and \`北京示例(集团) 有限公司\` are, \`Co., Ltd.\` and \`Co Ltd\` are not.`,
  serialize: (name) => (name as EnterpriseName).value,
});
