import { type GraphQLField, type GraphQLSchema, getNamedType, isUnionType } from "graphql";
import { type Catalog, examplesOf } from "../catalog.js";
import { CHAPTERS } from "../chapters.js";
import { refusalsOf } from "../schema-lists.js";
import { described } from "./described.js";
import { examplesOpen } from "./examples.js";
import { headingOf, typeReference } from "./headings.js";
import { linkTo, parts, table } from "./markdown.js";

type Operation = GraphQLField<unknown, unknown>;

/** The operations, chapter by chapter. */
export function operationsSection(catalog: Catalog): string {
  const chapters = CHAPTERS.map(({ title, operations }) =>
    parts(`### ${title}`, ...operations.map((name) => operationSection(catalog, name))),
  );
  return parts("## Operations", ...chapters);
}

/** The operations that can answer with a type. */
export function answeringWith(schema: GraphQLSchema, typeName: string): string[] {
  return CHAPTERS.flatMap(({ operations }) => operations).filter((name) =>
    answersOf(schema, fieldOf(schema, name)).includes(typeName),
  );
}

function operationSection(catalog: Catalog, name: string): string {
  const { schema } = catalog;
  const field = fieldOf(schema, name);
  return parts(
    `#### ${headingOf(schema, name)}`,
    described(field),
    parameters(field),
    answers(schema, field),
    examplesOpen(examplesOf(catalog, "operation", name)),
  );
}

/** A table, or a line where all that is given is an input: its fields stand with its type. */
function parameters({ args }: Operation): string | null {
  const [first, ...others] = args;
  if (first?.name === "input" && others.length === 0) return `Takes ${typeReference(first.type)} as \`input\`.`;
  const rows = args.map((argument) => [`\`${argument.name}\``, typeReference(argument.type), described(argument)]);
  return table(["argument", "type", ""], rows);
}

function answers(schema: GraphQLSchema, field: Operation): string {
  if (!isUnionType(getNamedType(field.type))) return `Answers with ${typeReference(field.type)}.`;
  const refusals = refusalsOf(schema).map(({ name }) => name);
  const results = answersOf(schema, field);
  const links = (names: readonly string[]) => names.map((name) => linkTo(name, name)).join(", ");
  const accepted = links(results.filter((name) => !refusals.includes(name)));
  return `Answers with ${accepted}, or refuses with ${links(results.filter((name) => refusals.includes(name)))}.`;
}

function answersOf(schema: GraphQLSchema, { type }: Operation): string[] {
  const named = getNamedType(type);
  return isUnionType(named) ? schema.getPossibleTypes(named).map(({ name }) => name) : [];
}

/** @throws Error where the schema has no such operation */
function fieldOf(schema: GraphQLSchema, name: string): Operation {
  const field = schema.getMutationType()?.getFields()[name] ?? schema.getQueryType()?.getFields()[name];
  if (field === undefined) throw new Error(`${name} is no operation.`);
  return field;
}
