import type { Random } from "../harness/random.js";
import { type Document, documentOf } from "../load/document.js";

/** How often each is asked, of eight. */
const SHARES = { preview: 4, page: 3, registration: 1 };

interface Asked {
  /** Of a group whose preview makes the database work. */
  readonly masterId: string;
  /** Groups that a member is registered in, so that no two registrations need to wait for each other. */
  readonly otherMasterIds: readonly string[];
}

/** Previews of a group, pages of its members and, without keys, registrations in other groups, in random order. */
export function mixedDocuments({ masterId, otherMasterIds }: Asked, random: Random): readonly Document[] {
  const documents = otherMasterIds.flatMap((otherId) => [
    ...Array.from({ length: SHARES.preview }, () => preview(masterId)),
    ...Array.from({ length: SHARES.page }, () => page(masterId)),
    ...Array.from({ length: SHARES.registration }, () => registration(otherId)),
  ]);
  return random.shuffled(documents);
}

function preview(accountId: string): Document {
  return documentOf({ kind: "preview", accountId, name: "示例第7号有限公司", certificate: null }, "");
}

function page(id: string): Document {
  return {
    query: `query ($id: ID!) { result: enterpriseAccount(id: $id) {
      members(first: 50) { nodes { id enterpriseName authenticationStatus } } } }`,
    variables: { id },
  };
}

function registration(masterId: string): Document {
  const { query } = documentOf({ kind: "registerMember", masterId, name: "" }, "");
  return { query, variables: { input: { masterId, enterpriseName: "示例成员有限公司" } } };
}
