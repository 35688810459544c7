import { readFileSync } from "node:fs";
import type { EnterpriseName } from "../../src/domain/enterprise-name.js";
import type { FirstAuthenticationRow } from "../../src/domain/first-authentication-table.js";
import type { RuleProvenance, SyncReason } from "../../src/domain/sync-decision.js";
import { aName } from "./samples.js";

type Letter = "A" | "B" | "C";

export interface FirstAuthenticationCase extends FirstAuthenticationRow {
  readonly nameBefore: Letter;
  readonly memberName: Letter;
  readonly nameAfter: Letter;
  readonly provenance: RuleProvenance;
  readonly synchronized: boolean;
  readonly reason: SyncReason;
}

/** One name, as it is written before the master's authentication, in it, and by the member. */
export type Spellings = readonly [before: string, after: string, member: string];

/** The ten rows, as data. */
export const firstAuthenticationCases: readonly FirstAuthenticationCase[] = JSON.parse(
  readFileSync("cases/first-authentication.json", "utf8"),
);

/** Three names that the letters of the rows can stand for. */
export const nameSets: readonly (readonly [what: string, names: Readonly<Record<Letter, Spellings>>])[] = [
  ["Chinese names", { A: alike("北京示例有限公司"), B: alike("北京示例有限责任公司"), C: alike("上海示例有限公司") }],
  [
    "Chinese names with either kind of brackets",
    {
      A: ["北京示例（集团）有限公司", "北京示例(集团)有限公司", "北京示例（集团) 有限公司"],
      B: ["示例(北京)科技有限公司", "示例（北京）科技有限公司", "示例 ( 北京 ) 科技有限公司"],
      C: ["示例（上海）科技有限公司", "示例(上海)科技有限公司", "示例（上海）科技\u3000有限公司"],
    },
  ],
  [
    "Latin names in different case, width and space",
    {
      A: ["ACME  Ltd", "Acme Ltd", " acme ltd "],
      B: ["Acme Co., Ltd.", "ACME CO., LTD.", "ＡＣＭＥ Ｃｏ．，\tＬｔｄ．"],
      C: ["Acme Co Ltd", "ACME\u00a0CO LTD", "acme\r\nco ltd"],
    },
  ],
  [
    "names with dots, dashes and characters that cannot be seen",
    {
      A: ["阿克梅·示例–Tech", "阿克梅・示例-tech", "阿克梅•示例—\u200bTech"],
      B: ["阿克梅示例-Tech", "\ufeff阿克梅示例－Tech", "阿克梅示例﹣TECH"],
      C: ["阿克梅·示例 Tech", "阿克梅‧示例Tech", "阿克梅･示例\u3000tech"],
    },
  ],
  [
    "names beyond the basic plane",
    {
      A: ["𠮷野𐐀𪚥", "𠮷野𐐨𪚥", "𠮷 野𐐀 𪚥"],
      B: ["吉野𐐀𪚥", "吉野𐐨𪚥", "吉野𐐨 𪚥"],
      C: ["𠮷野𝐀𪚥", "𠮷野a𪚥", "𠮷野A𪚥"],
    },
  ],
  [
    "names of 255 characters that differ in the last one",
    {
      A: alike(`${"𠮷".repeat(254)}甲`),
      B: alike(`${"𠮷".repeat(254)}乙`),
      C: alike(`${"𠮷".repeat(254)}丙`),
    },
  ],
];

export function namesOf(
  { nameBefore, nameAfter, memberName }: Pick<FirstAuthenticationCase, "nameBefore" | "nameAfter" | "memberName">,
  names: Readonly<Record<Letter, Spellings>>,
): { before: EnterpriseName; after: EnterpriseName; member: EnterpriseName } {
  return {
    before: aName(names[nameBefore][0]),
    after: aName(names[nameAfter][1]),
    member: aName(names[memberName][2]),
  };
}

export function alike(name: string): Spellings {
  return [name, name, name];
}
