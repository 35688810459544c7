import type { GraphQLSchema } from "graphql";
import { typeReference } from "./headings.js";
import { parts, table } from "./markdown.js";

/** The heading of what all lists have in common. */
export const PAGES = "Pages";

export const PAGE_ARGUMENTS = ["first", "after", "last", "before"];

/** The arguments that every list takes. */
export function pagesSection(schema: GraphQLSchema): string {
  const args = schema.getQueryType()?.getFields().enterpriseAccounts?.args ?? [];
  const rows = args
    .filter(({ name }) => PAGE_ARGUMENTS.includes(name))
    .sort((one, other) => PAGE_ARGUMENTS.indexOf(one.name) - PAGE_ARGUMENTS.indexOf(other.name))
    .map(({ name, type, description }) => [`\`${name}\``, typeReference(type), description ?? ""]);
  return parts(`### ${PAGES}`, INTRODUCTION, table(["argument", "type", ""], rows));
}

const INTRODUCTION = `Every list is a connection: \`nodes\`, or \`edges\` with a cursor each, and \`pageInfo\`. Give \`pageInfo.endCursor\` as
\`after\` for the page after it.`;
