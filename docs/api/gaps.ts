import { codesWithSection } from "./answered-codes.js";
import { type Catalog, examplesOf } from "./catalog.js";
import { CHAPTERS } from "./chapters.js";
import { ERROR_NOTES } from "./error-notes.js";
import { operationsOf, refusalsOf, typesOf } from "./schema-lists.js";

/** What is not provoked: it takes as long as the service waits for a request, some seconds. */
const UNPROVOKED = ["REQUEST_TIMEOUT"];

/** What the reference would lack: a line for each operation, type, refusal, code and reason without an example. */
export function gapsIn(catalog: Catalog): string[] {
  const { schema, answered, examples } = catalog;
  const chapters = CHAPTERS.flatMap(({ operations }) => operations);
  const shown = new Set(examples.flatMap(({ types }) => [...types]));
  const codes = new Set(
    examples.flatMap(({ answer }) => answer.errors?.map(({ extensions }) => extensions.code) ?? []),
  );
  const operations = operationsOf(schema);
  return [
    ...operations.filter((name) => !chapters.includes(name)).map((name) => `${name} stands in no chapter.`),
    ...chapters.filter((name) => !operations.includes(name)).map((name) => `${name} is no operation.`),
    ...withoutExample(operations, (name) => examplesOf(catalog, "operation", name).length > 0),
    ...withoutExample(namesOf(refusalsOf(schema)), (name) => examplesOf(catalog, "refusal", name).length > 0),
    ...withoutExample(answered.codes, (name) => codes.has(name) || UNPROVOKED.includes(name)),
    ...codesWithSection(answered)
      .filter((code) => !(code in ERROR_NOTES))
      .map((code) => `${code} has no note of what to do.`),
    ...withoutExample(answered.reasons, (name) => examplesOf(catalog, "reason", name).length > 0),
    ...withoutExample(namesOf(typesOf(schema)), (name) => shown.has(name)),
    ...[...codes]
      .filter((code) => !answered.codes.includes(code))
      .map((code) => `${code} is answered, and no known code.`),
  ];
}

function withoutExample(names: readonly string[], hasExample: (name: string) => boolean): string[] {
  return names.filter((name) => !hasExample(name)).map((name) => `${name} has no example.`);
}

function namesOf(types: readonly { readonly name: string }[]): string[] {
  return types.map(({ name }) => name);
}
