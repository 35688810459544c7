import { type GraphQLSchema, getNamedType, isCompositeType, isObjectType } from "graphql";
import type { Scope } from "../../../src/application/caller.js";
import { scopesOf } from "./field-scopes.js";
import { STARTS, type Start } from "./starts.js";

/** A field on the way, and the type that has it. */
interface Step {
  readonly type: string;
  readonly field: string;
}

/** How a client comes to a field: an operation, and the fields that lead from its answer to this one. */
export interface Way {
  readonly start: Start;
  /** From the operation to the field, both included. */
  readonly steps: readonly Step[];
}

/** As `EnterpriseAccount.members`. */
export function nameOf({ type, field }: Step): string {
  return `${type}.${field}`;
}

/** Every field of every object type, the operations among them. */
export function fieldsOf(schema: GraphQLSchema): Step[] {
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith("__"));
  return types
    .filter(isObjectType)
    .flatMap((type) => Object.keys(type.getFields()).map((field) => ({ type: type.name, field })));
}

/** Each scope that a way takes, with the place in the answer where it is first taken. */
export function takenOn({ steps }: Way): ReadonlyMap<Scope, readonly string[]> {
  const taken = new Map<Scope, readonly string[]>();
  for (const [index, { type, field }] of steps.entries()) {
    const place = steps.slice(0, index + 1).map((step) => step.field);
    for (const scope of scopesOf(type, field)) if (!taken.has(scope)) taken.set(scope, place);
  }
  return taken;
}

/** What is null at the end of every shorter way. */
const BY_ANOTHER_WAY: Readonly<Record<string, string>> = {
  "EnterpriseAccount.master": "MemberAccountRegistered",
};

/** The shortest way to a field; where there is one, one that takes no scope that the field takes too. */
export function wayTo(schema: GraphQLSchema, target: Step): Way {
  const own = scopesOf(target.type, target.field);
  const repeats = ({ steps }: Way) => {
    const before = steps.slice(0, -1).flatMap(({ type, field }) => scopesOf(type, field));
    return Number(own.some((scope) => before.includes(scope)));
  };
  const wanted = BY_ANOTHER_WAY[nameOf(target)];
  const ways = STARTS.filter(({ answers }) => wanted === undefined || answers === wanted)
    .flatMap((start) => waysFrom(schema, start))
    .filter(({ steps }) => nameOf(steps.at(-1) as Step) === nameOf(target))
    .sort((one, other) => repeats(one) - repeats(other) || one.steps.length - other.steps.length);
  const [way] = ways;
  if (way === undefined) throw new Error(`Say in starts.ts how a client comes to ${nameOf(target)}.`);
  return way;
}

const waysByStart = new Map<Start, readonly Way[]>();

/** All of them on which no type occurs twice. */
function waysFrom(schema: GraphQLSchema, start: Start): readonly Way[] {
  const known = waysByStart.get(start);
  if (known !== undefined) return known;
  const [type = "", field = ""] = start.operation.split(".");
  const ways: Way[] = [];
  const follow = (steps: readonly Step[], answered: string) => {
    ways.push({ start, steps });
    const found = schema.getType(answered);
    if (!isObjectType(found) || steps.some((step) => step.type === answered)) return;
    for (const next of Object.values(found.getFields())) {
      follow([...steps, { type: answered, field: next.name }], getNamedType(next.type).name);
    }
  };
  follow([{ type, field }], start.answers);
  waysByStart.set(start, ways);
  return ways;
}

/** The document that goes this way, with the variables that its operation is given as they are called. */
export function documentOf(schema: GraphQLSchema, { steps }: Way, variables: readonly string[]): string {
  const [root, ...rest] = steps as [Step, ...Step[]];
  const operation = root.type === "Mutation" ? schema.getMutationType() : schema.getQueryType();
  const given = operation?.getFields()[root.field]?.args.filter(({ name }) => variables.includes(name)) ?? [];
  const definitions = given.map(({ name, type }) => `$${name}: ${type}`).join(", ");
  const values = given.map(({ name }) => `${name}: $${name}`).join(", ");
  const inParentheses = (text: string) => (text === "" ? "" : `(${text})`);
  const selection = rest.reduceRight((inner, step) => {
    const type = schema.getType(step.type);
    const isLeaf = !isObjectType(type) || !isCompositeType(getNamedType(type.getFields()[step.field]?.type));
    return `... on ${step.type} { ${step.field}${isLeaf ? "" : ` { __typename ${inner} }`} }`;
  }, "");
  return `${root.type.toLowerCase()} ${inParentheses(definitions)} { ${root.field}${inParentheses(values)} { __typename ${selection} } }`;
}
