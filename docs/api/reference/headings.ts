import { type GraphQLSchema, type GraphQLType, isListType, isNonNullType, isSpecifiedScalarType } from "graphql";
import type { Subject } from "../subject.js";
import { linkTo } from "./markdown.js";

/** Under which heading an operation stands: types may be called the same but for the case. */
export function headingOf(schema: GraphQLSchema, operation: string): string {
  return `${schema.getMutationType()?.getFields()[operation] ? "mutation" : "query"} ${operation}`;
}

export function linkToOperation(schema: GraphQLSchema, operation: string): string {
  return linkTo(headingOf(schema, operation), `\`${operation}\``);
}

export function linkToSubject(schema: GraphQLSchema, { kind, name }: Subject): string {
  return kind === "operation" ? linkToOperation(schema, name) : linkTo(name);
}

/** A type as SDL writes it, with a link to what it is made of. */
export function typeReference(type: GraphQLType): string {
  if (isNonNullType(type)) return `${typeReference(type.ofType)}!`;
  if (isListType(type)) return `[${typeReference(type.ofType)}]`;
  return isSpecifiedScalarType(type) ? type.name : linkTo(type.name, type.name);
}
