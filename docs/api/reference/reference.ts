import { codesWithSection } from "../answered-codes.js";
import type { Catalog } from "../catalog.js";
import { CHAPTERS } from "../chapters.js";
import { refusalsOf } from "../schema-lists.js";
import { errorsSection } from "./errors.js";
import { linkToOperation } from "./headings.js";
import { linkTo, parts } from "./markdown.js";
import { operationsSection } from "./operations.js";
import { pagesSection } from "./pages.js";
import { refusalsSection } from "./refusals.js";
import { typesSection } from "./types.js";

/** The reference of the API, in Markdown. */
export function referenceOf(catalog: Catalog): string {
  const document = parts(
    "# The API",
    INTRODUCTION,
    contents(catalog),
    parts("## Asking", ASKING),
    pagesSection(catalog.schema),
    operationsSection(catalog),
    refusalsSection(catalog),
    errorsSection(catalog),
    typesSection(catalog),
  );
  return `${document}\n`;
}

const INTRODUCTION = `<!-- Written by \`npm run docs\`: edit the schema's descriptions, or what stands in docs/api. -->

Everything that can be asked, and everything that can be answered. The answers are the service's own: each example was run on
a new database, with a clock and ids that are the same every time. Tokens and cursors are cut short here, of more than four
elements two are shown, and an \`errorId\` is all zeros.`;

const ASKING = `Send a POST with \`content-type: application/json\` to \`/graphql\`, and in it \`query\`, \`variables\` and, where the document
has several operations, \`operationName\`. With \`accept: application/graphql-response+json\`, as in these examples, the status tells
whether anything was executed.

- **Bring a token**: \`authorization: Bearer …\`, a JWT of the issuer that the service trusts. Its claim \`scope\` says what its bearer may
  do, \`groups\` which masters' groups there are for it: ids, or \`*\`. What belongs to any other group is answered as if it did not
  exist. It stands in the examples of HTTP alone, but they were all asked with one.
- **Ask for \`__typename\`** of every result: it says what the answer is. Types are added to unions, and values to enums; read
  any other refusal by \`... on Refusal { message }\`.
- **Give an \`idempotencyKey\`** with a mutation that you may have to send again.
- **Give members as a variable** to [\`registerMemberAccounts\`](#mutation-registermemberaccounts): a document has at most 5,000 tokens.`;

function contents({ schema, answered }: Catalog): string {
  const chapters = CHAPTERS.map(
    ({ title, operations }) => `${title}: ${operations.map((name) => linkToOperation(schema, name)).join(", ")}`,
  );
  const refusals = refusalsOf(schema).map(({ name }) => linkTo(name, name));
  return [
    `- ${linkTo("Asking", "Asking")}, ${linkTo("Pages", "Pages")}`,
    `- ${linkTo("Operations", "Operations")}`,
    ...chapters.map((chapter) => `  - ${chapter}`),
    `- ${linkTo("Refusals", "Refusals")}: ${refusals.join(", ")}`,
    `- ${linkTo("Errors", "Errors")}: ${codesWithSection(answered)
      .map((code) => linkTo(code))
      .join(", ")}, ${linkTo("HTTP", "HTTP")}`,
    `- ${linkTo("Types", "Types")}`,
  ].join("\n");
}
