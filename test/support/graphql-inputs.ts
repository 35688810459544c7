import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from "graphql";

/** A place of the schema where a client puts a value: an argument, a field of one, or an element of one. */
export interface InputPlace {
  /** The field that takes the argument, and its type: `Query.node`. */
  readonly parent: string;
  readonly field: GraphQLField<unknown, unknown>;
  /** From the argument's name on. */
  readonly path: readonly (string | number)[];
  readonly type: GraphQLInputType;
  readonly isRequired: boolean;
}

/** Every place of every argument of every field. */
export function inputPlaces(schema: GraphQLSchema): InputPlace[] {
  const types = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith("__"));
  return types.filter(isObjectType).flatMap(({ name: parent, getFields }) =>
    Object.values(getFields.call(schema.getType(parent))).flatMap((field) =>
      field.args.flatMap((argument) =>
        placesIn({
          parent,
          field,
          path: [argument.name],
          type: argument.type,
          isRequired: isRequiredArgument(argument),
        }),
      ),
    ),
  );
}

function placesIn(place: InputPlace): InputPlace[] {
  const type = getNullableType(place.type);
  if (isListType(type)) {
    return [place, ...placesIn({ ...place, path: [...place.path, 0], type: type.ofType, isRequired: false })];
  }
  const fields = isInputObjectType(type) ? Object.values(type.getFields()) : [];
  return [
    place,
    ...fields.flatMap((field) =>
      placesIn({
        ...place,
        path: [...place.path, field.name],
        type: field.type,
        isRequired: isRequiredInputField(field),
      }),
    ),
  ];
}

/** Stands for what is not there. */
export const MISSING = Symbol("missing");

/** Stands for a variable in a literal. */
export const VARIABLE = Symbol("$value");

/** The values that a field's arguments need to have, and `value` at its place. */
export function argumentsWith(
  { field, path }: InputPlace,
  value: unknown,
  valid: (type: string, name: string) => unknown,
): Record<string, unknown> {
  const given: Record<string, unknown> = {};
  for (const argument of field.args) {
    if (isRequiredArgument(argument) || argument.name === path[0]) {
      given[argument.name] = validValue(argument.type, argument.name, path.slice(1));
    }
  }
  put(given, path, value);
  return given;

  /** With what is needed, and with what `towards` leads to. */
  function validValue(type: GraphQLInputType, name: string, towards: readonly (string | number)[]): unknown {
    const nullable = getNullableType(type);
    if (isListType(nullable)) return [validValue(nullable.ofType, name, towards.slice(1))];
    if (!isInputObjectType(nullable)) return valid(getNamedType(type).name, name);
    const fields = Object.values(nullable.getFields());
    const needed = fields.filter((field) => isRequiredInputField(field) || field.name === towards[0]);
    return Object.fromEntries(needed.map(({ name, type }) => [name, validValue(type, name, towards.slice(1))]));
  }
}

function put(target: Record<string | number, unknown>, path: readonly (string | number)[], value: unknown): void {
  const [key, ...rest] = path as [string | number, ...(string | number)[]];
  if (rest.length > 0) put(target[key] as Record<string, unknown>, rest, value);
  else if (value === MISSING) delete target[key];
  else target[key] = value;
}

/** The arguments of a field as they are written in a document; none where none is given. */
export function argumentList({ field }: InputPlace, given: Record<string, unknown>): string {
  const list = field.args
    .filter(({ name }) => name in given)
    .map(({ name, type }) => `${name}: ${literal(given[name], type)}`);
  return list.length === 0 ? "" : `(${list.join(", ")})`;
}

function literal(value: unknown, type?: GraphQLInputType): string {
  const nullable = type && getNullableType(type);
  if (value === VARIABLE) return "$value";
  if (Array.isArray(value)) {
    return `[${value.map((item) => literal(item, isListType(nullable) ? nullable.ofType : undefined)).join(", ")}]`;
  }
  if (typeof value === "object" && value !== null) {
    const fields = isInputObjectType(nullable) ? nullable.getFields() : {};
    return `{${Object.entries(value)
      .map(([name, field]) => `${name}: ${literal(field, fields[name]?.type)}`)
      .join(", ")}}`;
  }
  return isEnumType(nullable) && typeof value === "string" ? value : JSON.stringify(value);
}

/** The field with these arguments, and something of what it answers with: `more` is asked of an object. */
export function selectionOf(place: InputPlace, argumentsWritten: string, more = ""): string {
  const selection = isCompositeType(getNamedType(place.field.type)) ? `{ __typename ${more} }` : "";
  return `${place.field.name}${argumentsWritten} ${selection}`;
}
