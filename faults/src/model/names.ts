/**
 * Names that the scenarios use, class by class: the spellings of one class are the same name, and of no other. By hand from the
 * description of the rule (width, case, white space, kinds of dots and dashes, brackets), and not by any code of the service.
 */
export const NAMES: readonly (readonly [string, ...string[]])[] = [
  ["北京示例（集团）有限公司", "北京示例(集团)有限公司", "北京示例(集团) 有限公司", "北京 示例（集团）有限公司"],
  ["北京示例（集团）有限责任公司", "北京示例(集团)有限责任公司"],
  ["上海例·海贸易有限公司", "上海例・海贸易有限公司", "上海例•海贸易有限公司", "上海例‧海 贸易有限公司"],
  ["上海例海贸易有限公司", "上海例海 贸易有限公司"],
  ["ACME Trading Ltd", "Acme trading ltd", "ACME  Trading   Ltd", "ＡＣＭＥ Ｔｒａｄｉｎｇ Ｌｔｄ"],
  ["ACME Trading, Ltd", "Acme Trading,  LTD"],
  ["Example-Werke GmbH", "EXAMPLE–WERKE GmbH", "Example—Werke  gmbh", "ｅｘａｍｐｌｅ－ｗｅｒｋｅ GMBH"],
  ["深圳样本４号科技有限公司", "深圳样本4号科技有限公司", "深圳样本4号 科技有限公司"],
  ["深圳樣本4號科技有限公司"],
];

const CLASSES = new Map(NAMES.flatMap((spellings, place) => spellings.map((spelling) => [spelling, place] as const)));

/** Whether two names of the table are the same, however they are spelled. */
export function areSame(one: string, other: string): boolean {
  return classOf(one) === classOf(other);
}

function classOf(name: string): number {
  const place = CLASSES.get(name);
  if (place === undefined) throw new Error(`"${name}" is not among the names of the scenarios.`);
  return place;
}
