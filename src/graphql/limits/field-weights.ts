import type { GraphQLField, GraphQLNamedType } from "graphql";

/** A value that is there already, with its JSON: about 5 µs. */
const VALUE = 1;

/** One of many that are read by their ids. */
const READ = 10;

/** A page of a connection, however few edges it has: 0.15 to 0.4 ms, for it is a part of a statement of its own. */
const PAGE = 50;

/** What is counted when asked for, over a whole group. */
const COUNT = 100;

/** A transaction, or one of the rows that a transaction registers. */
const WRITE = 10;

/** The fields that cost something else than their kind does, by `Type.field`. */
export const FIELD_WEIGHTS: ReadonlyMap<string, number> = new Map([
  ["Query.enterpriseAccount", READ],
  ["Query.node", READ],
  ["Query.nodes", READ],
  ["Query.previewAuthentication", READ],
  ["AuthenticationPreview.memberCount", COUNT],
  ["AuthenticationPreview.synchronizedCount", COUNT],
  ["AuthenticationPreview.breakdown", COUNT],
  ["Synchronization.synchronizedCount", COUNT],
]);

/** What a field costs by itself, without what is selected of it: the more, the more PostgreSQL has to do for it. */
export function weightOf(parent: GraphQLNamedType, field: GraphQLField<unknown, unknown>): number {
  if (parent.name === "Mutation") return WRITE;
  return FIELD_WEIGHTS.get(`${parent.name}.${field.name}`) ?? (isPaged(field) ? PAGE : VALUE);
}

/** Whether a field is a connection, and takes `first` and `last`. */
export function isPaged({ args }: GraphQLField<unknown, unknown>): boolean {
  return args.some(({ name }) => name === "first");
}
