import { type Catalog, examplesOf } from "../catalog.js";
import { refusalsOf } from "../schema-lists.js";
import { examplesFolded } from "./examples.js";
import { linkToOperation } from "./headings.js";
import { parts } from "./markdown.js";
import { answeringWith } from "./operations.js";
import { fieldsTable } from "./types.js";

/** What an operation can answer instead of doing what it was asked for. */
export function refusalsSection(catalog: Catalog): string {
  const { schema } = catalog;
  const sections = refusalsOf(schema).map((type) => {
    const operations = answeringWith(schema, type.name).map((name) => linkToOperation(schema, name));
    return parts(
      `### ${type.name}`,
      type.description ?? null,
      operations.length > 0 ? `Answered by ${operations.join(", ")}.` : null,
      fieldsTable(type),
      examplesFolded(examplesOf(catalog, "refusal", type.name)),
    );
  });
  return parts("## Refusals", INTRODUCTION, ...sections);
}

const INTRODUCTION = `A refusal is data: an expected no, after which nothing has changed. Each is a type that implements
[\`Refusal\`](#refusal), so that \`... on Refusal { message }\` reads any of them, also ones that are added later.`;
