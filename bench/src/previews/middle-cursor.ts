import type { Client } from "pg";
import { nameKey } from "../../../src/domain/name-key.js";
import { ask } from "../service/http-client.js";
import { type PreviewPage, previewOf } from "../service/operations.js";

/** A listing of a preview's members, and how its rows are found in SQL. */
export interface MemberListing {
  readonly page: PreviewPage;
  /** Conditions beside the group, with the name key of `page.nameAfter` as $2. */
  readonly where: string;
  readonly orderBy: string;
}

interface FirstPage {
  readonly previewAuthentication: {
    readonly members: {
      readonly nodes: readonly { readonly member: { readonly id: string }; readonly nameBefore: string }[];
      readonly pageInfo: { readonly endCursor: string | null };
    };
  };
}

/**
 * A cursor to the middle of a listing. Thousands of pages lie before it, so it is made of the first page's last cursor:
 * what that says of its member is replaced by the same of the member in the middle.
 */
export async function middleCursor(
  { client, serviceUrl, groupId }: { client: Client; serviceUrl: string; groupId: string },
  { page, where, orderBy }: MemberListing,
): Promise<string> {
  const { previewAuthentication } = await ask<FirstPage>(serviceUrl, previewOf(groupId, page));
  const { nodes, pageInfo } = previewAuthentication.members;
  const last = nodes.at(-1);
  if (last === undefined || pageInfo.endCursor === null) throw new Error("A listing with a middle is not empty.");
  const from = `FROM enterprise_accounts WHERE group_id = $1 AND id <> group_id AND ($2 = $2) AND ${where}`;
  const values = [groupId, nameKey(page.nameAfter)];
  const { rows } = await client.query(
    `SELECT id, name_key ${from} ORDER BY ${orderBy} OFFSET (SELECT count(*) / 2 ${from}) LIMIT 1`,
    values,
  );
  const position = Buffer.from(pageInfo.endCursor, "base64url").toString();
  const moved = position.replace(last.member.id, rows[0].id).replace(nameKey(last.nameBefore), rows[0].name_key);
  return Buffer.from(moved).toString("base64url");
}
