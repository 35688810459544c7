import type { GraphQLSchema } from "graphql";
import type { AnsweredCodes } from "./answered-codes.js";
import { typesIn } from "./occurrences.js";
import type { Recording } from "./recording.js";
import { refusalsOf } from "./schema-lists.js";
import { type Subject, subjectOf } from "./subject.js";

/** A recording, what it is an example of, and the types that it shows. */
export interface Example extends Recording {
  readonly subject: Subject;
  readonly types: ReadonlySet<string>;
}

/** All that the reference is made of. */
export interface Catalog {
  readonly schema: GraphQLSchema;
  readonly answered: AnsweredCodes;
  readonly examples: readonly Example[];
}

/** @param schema without resolvers, as `buildSchema` makes it */
export function catalogOf(schema: GraphQLSchema, answered: AnsweredCodes, recordings: readonly Recording[]): Catalog {
  const refusals = new Set(refusalsOf(schema).map(({ name }) => name));
  const examples = recordings.map((recording) => ({
    ...recording,
    subject: subjectOf(recording, refusals),
    types: typesIn(schema, recording),
  }));
  return { schema, answered, examples };
}

export function examplesOf({ examples }: Catalog, kind: Subject["kind"], name: string): readonly Example[] {
  return examples.filter(({ subject }) => subject.kind === kind && subject.name === name);
}
