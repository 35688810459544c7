import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
} from "graphql";

/** What may stand for an argument, by its type: much of it is refused, none of it is what a client would send. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  Int: ["1", "100", "$n", "0", "-1", "2147483647"],
  String: ['""', '"__proto__"', '"\\u0000"', '"W10"'],
  ID: ['"a"', '"01954f00-0000-7000-8000-000000000001"', '"__proto__"', "1"],
  Boolean: ["true", "false", "$yes"],
  EnterpriseName: ['"Acme Ltd"', '"\\u202e"', '"42"'],
  AuthenticationStatus: ["AUTHENTICATED", "NOT_AUTHENTICATED"],
  PreviewAuthenticationInput: ['{ accountId: "a", enterpriseName: "Acme Ltd" }'],
  EvaluateSyncPolicyInput: ['{ nameBefore: "A", nameAfter: "B", memberName: "A", memberStatus: AUTHENTICATED }'],
};

const DIRECTIVES = ["", "", "", "", "", " @include(if: true)", " @skip(if: $yes)"];
const ALIASES = ["", "", "", "__proto__", "constructor", "toString"];

/**
 * A query that mostly fits the schema, wide and deep: what a hostile client could write by hand. It takes the variables `n`
 * and `yes`. @param choices numbers from 0 on that decide what comes next; where they end, the document does
 */
export function madeUpDocument(schema: GraphQLSchema, choices: readonly number[]): string {
  const account = schema.getType("EnterpriseAccount") as GraphQLNamedType;
  let isInFragment = false;
  let next = 0;
  const choose = <T>(from: readonly T[]): T => from[(choices[next++] ?? 0) % from.length] as T;
  const isOver = () => next >= choices.length;

  const argumentsOf = ({ args }: GraphQLField<unknown, unknown>): string => {
    const given = args
      .filter((argument) => isRequiredArgument(argument) || (!isOver() && choose([true, false])))
      .map(({ name, type }) => [name, VALUES[getNamedType(type).name]] as const)
      .map(([name, values]) => `${name}: ${values === undefined ? "{}" : choose(values)}`);
    return given.length === 0 ? "" : `(${given.join(", ")})`;
  };

  /** What has arguments or fields cannot stand twice under one name. */
  const aliasOf = ({ args, type }: GraphQLField<unknown, unknown>): string => {
    const name = args.length > 0 || isCompositeType(getNamedType(type)) ? "a" : choose(ALIASES);
    return name === "" ? "" : `${name}${next}: `;
  };

  const fieldOf = (type: GraphQLNamedType): string => {
    if (!isObjectType(type) && !isInterfaceType(type)) return "__typename";
    const fields = Object.values(type.getFields());
    const leaves = fields.filter((field) => !isCompositeType(getNamedType(field.type)));
    const field = isOver() ? leaves[0] : choose(fields);
    if (field === undefined) return "__typename";
    const inside = getNamedType(field.type);
    const selections = isCompositeType(inside) ? ` ${selectionsOf(inside)}` : "";
    return aliasOf(field) + field.name + argumentsOf(field) + choose(DIRECTIVES) + selections;
  };

  const selectionOf = (type: GraphQLNamedType): string => {
    const kind = isOver() ? 0 : choose([0, 0, 0, 0, 1, 2]);
    if (kind === 1 && type === account && !isInFragment) return "...F";
    if (kind === 0 || isOver()) return fieldOf(type);
    const types = isUnionType(type) || isInterfaceType(type) ? schema.getPossibleTypes(type) : [type];
    const condition = choose(types as readonly GraphQLNamedType[]);
    return `... on ${condition.name}${choose(DIRECTIVES)} ${selectionsOf(condition)}`;
  };

  const selectionsOf = (type: GraphQLNamedType): string => {
    const selections = [selectionOf(type)];
    while (!isOver() && choose([true, true, false])) selections.push(selectionOf(type));
    return `{ ${selections.join(" ")} }`;
  };

  const query = selectionsOf(schema.getQueryType() as GraphQLNamedType);
  isInFragment = true;
  const used = "used: enterpriseAccounts(first: $n) { nodes { ...F } } __typename @skip(if: $yes)";
  return `query ($n: Int = 3, $yes: Boolean = false) { ... ${query} ${used} } fragment F on EnterpriseAccount ${selectionsOf(account)}`;
}
