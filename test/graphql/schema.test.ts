import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import {
  type GraphQLNamedType,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  lexicographicSortSchema,
  parse,
  printSchema,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { schemaOf } from "../../src/graphql/schema.js";
import { DOCUMENTS } from "../support/graphql-documents.js";

const schema = schemaOf();

const types = Object.values(schema.getTypeMap()).filter(
  (type) => !type.name.startsWith("__") && !isSpecifiedScalarType(type),
);

interface Described {
  readonly name: string;
  readonly description?: string | null | undefined;
  readonly deprecationReason?: string | null | undefined;
}

/** A type with all that is named in it. */
function describedIn(type: GraphQLNamedType): Described[] {
  const within = (parent: string) => (part: Described) => ({ ...part, name: `${parent}.${part.name}` });
  if (isEnumType(type)) return [type, ...type.getValues().map(within(type.name))];
  if (isInputObjectType(type)) return [type, ...Object.values(type.getFields()).map(within(type.name))];
  if (!isObjectType(type) && !isInterfaceType(type)) return [type];
  const fields = Object.values(type.getFields());
  const argumentsOf = fields.flatMap(({ name, args }) => args.map(within(`${type.name}.${name}`)));
  return [type, ...fields.map(within(type.name)), ...argumentsOf];
}

describe("the schema", () => {
  test("is the one that is checked in: `npm run schema` writes it", () => {
    const checkedIn = readFileSync("src/graphql/schema.graphql", "utf8");

    expect(`${printSchema(lexicographicSortSchema(schema))}\n`).toBe(checkedIn);
  });

  test("describes everything that has a name", () => {
    const undescribed = types.flatMap(describedIn).filter(({ description }) => !description?.match(/\S.*[.:`]$/s));

    expect(undescribed.map(({ name }) => name)).toEqual([]);
  });

  test("says what its scalars are specified by, where somebody else specifies them", () => {
    const specified = types.filter(isScalarType).map(({ name, specifiedByURL }) => [name, specifiedByURL ?? null]);

    expect(Object.fromEntries(specified)).toEqual({
      CountryCode: "https://www.iso.org/iso-3166-country-codes.html",
      DateTime: "https://www.rfc-editor.org/rfc/rfc3339",
      EnterpriseName: null,
    });
  });

  test("has a refusal for everything that an operation can answer with besides what was asked for", () => {
    const unions = types.filter(isAbstractType).filter((type) => !isInterfaceType(type));
    const refusals = schema.getPossibleTypes(schema.getType("Refusal") as never).map(({ name }) => name);

    const wanted = unions.map((union) => schema.getPossibleTypes(union).filter(({ name }) => !refusals.includes(name)));

    expect(unions.length).toBeGreaterThan(0);
    expect(wanted.map(({ length }) => length)).toEqual(unions.map(() => 1));
  });
});

describe("the documents of these tests", () => {
  const documents = Object.entries(DOCUMENTS).map(([name, document]) => [name, parse(document)] as const);

  test.each(documents)("are valid: %s", (_name, document) => {
    expect(validate(schema, document)).toEqual([]);
  });

  test("ask for every field of the schema", () => {
    const asked = new Set<string>();
    for (const [, document] of documents) {
      const typeInfo = new TypeInfo(schema);
      const enter = () => {
        const parent = typeInfo.getParentType();
        const field = typeInfo.getFieldDef();
        const owners = isAbstractType(parent) ? [parent, ...schema.getPossibleTypes(parent)] : [parent];
        for (const owner of owners) asked.add(`${getNamedType(owner)?.name}.${field?.name}`);
      };
      visit(document, visitWithTypeInfo(typeInfo, { Field: { enter } }));
    }

    const all = types.flatMap((type) => {
      const fields = isObjectType(type) || isInterfaceType(type) ? Object.keys(type.getFields()) : [];
      return fields.map((field) => `${type.name}.${field}`);
    });
    expect(all.filter((field) => !asked.has(field))).toEqual([]);
  });
});
