import { ask, type Operation } from "../service/http-client.js";
import { NAME_AFTER, NAME_OF_NOBODY } from "../service/names.js";
import { membersByStatus, newestAccounts, previewOf } from "../service/operations.js";
import { type MemberListing, middleCursor } from "./middle-cursor.js";
import type { PreviewSite } from "./preview-site.js";

/** What other parts look up. */
export const PAGE = "first page";
export const PAGE_WITH_COUNTS = "first page with counts";

/** An operation, as the report calls it. */
export interface NamedOperation {
  readonly name: string;
  readonly operation: Operation;
}

const LISTINGS: readonly { of: string; listing: MemberListing }[] = [
  {
    of: "all members",
    listing: { page: { nameAfter: NAME_AFTER, members: { first: 50 } }, where: "true", orderBy: "id" },
  },
  {
    of: "synchronized: true, where 60 % are",
    listing: {
      page: { nameAfter: NAME_AFTER, members: { first: 50, filter: { synchronized: true } } },
      where: "name_key = $2",
      orderBy: "id",
    },
  },
  {
    of: "synchronized: false, where 100 % are not",
    listing: {
      page: { nameAfter: NAME_OF_NOBODY, members: { first: 50, filter: { synchronized: false } } },
      where: "name_key <> $2",
      orderBy: "name_key, id",
    },
  },
];

/** The pages of a preview, and its counts. */
export async function previewParts(site: PreviewSite): Promise<NamedOperation[]> {
  const preview = (name: string, page: Parameters<typeof previewOf>[1]) => ({
    name,
    operation: previewOf(site.groupId, page),
  });
  const first50 = { nameAfter: NAME_AFTER, members: { first: 50 } };
  const ofNobody = { nameAfter: NAME_OF_NOBODY, members: { first: 50, filter: { synchronized: true } } };
  const parts = [
    preview(PAGE_WITH_COUNTS, { ...first50, counts: true }),
    preview("first page, synchronized: true, where 0 % are", ofNobody),
  ];
  for (const { of, listing } of LISTINGS) {
    const { page } = listing;
    const { first, ...rest } = page.members;
    const suffix = of === "all members" ? "" : `, ${of}`;
    const after = await middleCursor(site, listing);
    parts.push(
      preview(`first page${suffix}`, page),
      preview(`middle page${suffix}`, { ...page, members: { ...page.members, after } }),
      preview(`last page${suffix}`, { ...page, members: { ...rest, last: first } }),
    );
  }
  return parts;
}

/** The lists of accounts by their status now. */
export async function listsByStatus({ serviceUrl, groupId }: PreviewSite, when: string): Promise<NamedOperation[]> {
  const statuses = ["AUTHENTICATED", "NOT_AUTHENTICATED"];
  const members = statuses.map((status) => ({
    name: `members, ${status}, ${when} the commit`,
    operation: membersByStatus(groupId, status),
  }));
  const accounts = statuses.map((status) => ({
    name: `enterpriseAccounts, ${status}, ${when} the commit`,
    operation: newestAccounts({ authenticationStatus: status }),
  }));
  return (await offersStatusOfAccounts(serviceUrl)) ? [...members, ...accounts] : members;
}

async function offersStatusOfAccounts(serviceUrl: string): Promise<boolean> {
  const query = '{ __type(name: "EnterpriseAccountFilter") { inputFields { name } } }';
  const { __type } = await ask<{ __type: { inputFields: { name: string }[] } }>(serviceUrl, { query, variables: {} });
  return __type.inputFields.some(({ name }) => name === "authenticationStatus");
}
