import type { CertificateInput } from "../graphql/graphql.js";

/** A member of the sample group; with a certificate's number, it is authenticated by itself before. */
export interface SampleMember {
  readonly enterpriseName: string;
  readonly number?: string;
}

/** The names are made up, and the certificates are of an administrative division that does not exist. */
export const SAMPLE = {
  reference: "sample-group",
  nameBefore: "北京示例（集团）有限公司",
  nameAfter: "示例控股有限公司",
  /** One of the members bears it already. */
  number: "91990000TT0000015J",
} as const;

/** A certificate of the sample group with this number. */
export function sampleCertificate(number: string): CertificateInput {
  return { country: "CN", type: "BUSINESS_LICENSE", number };
}

/** Members in which every reason and every effect occurs, also by names that are the same only once they are compared. */
export const SAMPLE_MEMBERS: readonly SampleMember[] = [
  ...times(7, SAMPLE.nameBefore),
  ...named(
    "北京示例(集团)有限公司",
    "北京示例(集团) 有限公司",
    "北京示例（集团）\u3000有限公司",
    "北京示例 ( 集团 ) 有限公司",
  ),
  { enterpriseName: SAMPLE.nameBefore, number: "91990000TT0000023D" },
  { enterpriseName: "北京示例(集团)有限公司", number: "91990000TT00000318" },
  ...times(5, SAMPLE.nameAfter),
  ...named("示例控股 有限公司", "示例　控股有限公司", "示例控股有限\u200b公司"),
  { enterpriseName: SAMPLE.nameAfter, number: SAMPLE.number },
  { enterpriseName: SAMPLE.nameAfter, number: "91990000TT000004X0" },
  // Close, and yet others: without the brackets, in traditional characters, another legal form.
  ...named("北京示例集团有限公司", "北京示例（集團）有限公司", "北京示例（集团）有限责任公司", "示例控股集團有限公司"),
  ...named("上海示例贸易有限公司", "天津示例物流有限公司", "重庆示例科技有限公司", "广州示例供应链管理有限公司"),
  ...named(
    "深圳示例电子商务有限公司",
    "成都示例餐饮管理有限公司",
    "杭州示例网络科技有限公司",
    "南京示例建筑工程有限公司",
  ),
  ...named("武汉示例医疗器械有限公司", "西安示例文化传播有限公司", "Example Holdings (Hong Kong) Ltd"),
  { enterpriseName: "苏州示例精密制造有限公司", number: "91990000TT00000580" },
  { enterpriseName: "青岛示例海洋食品有限公司", number: "92990000TT0000015F" },
];

function times(count: number, name: string): SampleMember[] {
  return Array.from({ length: count }, () => ({ enterpriseName: name }));
}

function named(...names: readonly string[]): SampleMember[] {
  return names.map((enterpriseName) => ({ enterpriseName }));
}
