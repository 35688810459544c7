import {
  type GraphQLArgument,
  type GraphQLInputObjectType,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isUnionType,
} from "graphql";
import type { Catalog } from "../catalog.js";
import { typesOf } from "../schema-lists.js";
import { described } from "./described.js";
import { linkToSubject, typeReference } from "./headings.js";
import { anchorOf, linkTo, parts, table } from "./markdown.js";
import { PAGE_ARGUMENTS, PAGES } from "./pages.js";

/** How many of the examples that show a type are linked from it. */
const MAX_LINKS = 4;

/** The types, in the order of their names. */
export function typesSection(catalog: Catalog): string {
  const types = typesOf(catalog.schema);
  return parts("## Types", INTRODUCTION, index(types), ...types.map((type) => typeSection(catalog, type)));
}

/** By what one looks for. */
const GROUPS: readonly (readonly [title: string, holds: (type: GraphQLNamedType) => boolean])[] = [
  ["Objects", (type) => isObjectType(type) && !isOfPages(type)],
  ["Pages", isOfPages],
  ["Results", isUnionType],
  ["Inputs", isInputObjectType],
  ["Enums", isEnumType],
  ["Scalars", isScalarType],
  ["Interfaces", isInterfaceType],
];

function index(types: readonly GraphQLNamedType[]): string {
  return GROUPS.map(([title, holds]) => `- ${title}: ${linksTo(types.filter(holds))}`).join("\n");
}

function isOfPages({ name }: GraphQLNamedType): boolean {
  return /(Connection|Edge|PageInfo)$/.test(name);
}

const INTRODUCTION = "Refusals are types too, and described [above](#refusals). `!` is never null.";

/** The fields of a type, with links to their types. */
export function fieldsTable(type: GraphQLObjectType | GraphQLInterfaceType | GraphQLInputObjectType): string | null {
  const rows = Object.values(type.getFields()).map((field) => [
    `\`${field.name}\``,
    typeReference(field.type),
    [described(field), "args" in field ? argumentsOf(field.args) : ""].join(" ").trim(),
  ]);
  return table(["field", "type", ""], rows);
}

/** Those of a page are described once, for all lists. */
function argumentsOf(given: readonly GraphQLArgument[]): string {
  if (given.length === 0) return "";
  const others = given.filter(({ name }) => !PAGE_ARGUMENTS.includes(name));
  const named = others.map(({ name, type }) => `\`${name}\`: ${typeReference(type)}`);
  const isPaged = others.length < given.length;
  return `Takes ${[...named, ...(isPaged ? [`a [page](#${anchorOf(PAGES)})`] : [])].join(", ")}.`;
}

function typeSection(catalog: Catalog, type: GraphQLNamedType): string {
  return parts(
    `### ${type.name}`,
    `*${kindOf(type)}.* ${type.description ?? ""}`,
    contentOf(catalog.schema, type),
    seenIn(catalog, type.name),
  );
}

function kindOf(type: GraphQLNamedType): string {
  if (isScalarType(type)) return "Scalar";
  if (isEnumType(type)) return "Enum";
  if (isUnionType(type)) return "Union";
  if (isInterfaceType(type)) return "Interface";
  return isInputObjectType(type) ? "Input" : "Object";
}

function contentOf(schema: GraphQLSchema, type: GraphQLNamedType): string | null {
  if (isScalarType(type)) return type.specifiedByURL ? `Specified by <${type.specifiedByURL}>.` : null;
  if (isEnumType(type)) {
    return table(
      ["value", ""],
      type.getValues().map((value) => [`\`${value.name}\``, described(value)]),
    );
  }
  if (isUnionType(type)) return `One of ${linksTo(type.getTypes())}.`;
  const implementations = isInterfaceType(type) ? `Implemented by ${linksTo(schema.getPossibleTypes(type))}.` : null;
  return isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)
    ? parts(fieldsTable(type), implementations)
    : null;
}

function linksTo(types: readonly GraphQLNamedType[]): string {
  return types.map(({ name }) => linkTo(name, name)).join(", ");
}

function seenIn({ schema, examples }: Catalog, name: string): string {
  const links = new Set(
    examples.filter(({ types }) => types.has(name)).map(({ subject }) => linkToSubject(schema, subject)),
  );
  return `Seen in ${[...links].slice(0, MAX_LINKS).join(", ")}.`;
}
