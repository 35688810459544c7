import { TRANSPORT_ERRORS } from "../../../src/graphql/errors/transport-errors.js";
import { codesWithSection } from "../answered-codes.js";
import { type Catalog, type Example, examplesOf } from "../catalog.js";
import { ERROR_NOTES } from "../error-notes.js";
import { isGraphql } from "../recording.js";
import { examplesFolded } from "./examples.js";
import { linkTo, parts, table } from "./markdown.js";

/** What is answered in `errors`, by `extensions.code`. */
export function errorsSection(catalog: Catalog): string {
  const sections = codesWithSection(catalog.answered).map((code) =>
    parts(
      `### ${code}`,
      ERROR_NOTES[code] ?? null,
      code === "BAD_USER_INPUT" ? reasons(catalog) : examplesFolded(examplesOf(catalog, "code", code)),
    ),
  );
  return parts("## Errors", INTRODUCTION, ...sections, httpSection(catalog));
}

const INTRODUCTION = `Every error has \`extensions.code\`. Where nothing was executed, the status is 400; a client that accepts
\`application/json\` rather than \`application/graphql-response+json\` gets 200 for any well-formed request.`;

function reasons(catalog: Catalog): string {
  const { reasons: all } = catalog.answered;
  const rows = all.map((reason) => {
    const [error] = examplesOf(catalog, "reason", reason)[0]?.answer.errors ?? [];
    return [linkTo(reason), `\`${error?.extensions.argument?.join(".")}\``, error?.message ?? ""];
  });
  const sections = all.map((reason) => parts(`#### ${reason}`, examplesFolded(examplesOf(catalog, "reason", reason))));
  return parts(table(["reason", "argument, for example", "message"], rows), ...sections);
}

function httpSection({ answered, examples }: Catalog): string {
  const withSection = codesWithSection(answered);
  const rows = Object.entries(TRANSPORT_ERRORS).map(([status, { code, message }]) => [
    status,
    withSection.includes(code) ? linkTo(code) : `\`${code}\``,
    message,
    examples.find((example) => isAnswer(example, Number(status), message))?.title ?? "–",
  ]);
  return parts("### HTTP", HTTP_INTRODUCTION, table(["status", "code", "message", "for example"], rows));
}

const HTTP_INTRODUCTION = `What is refused before GraphQL has the same shape: one error with a code, and a status of its own. A \`BAD_REQUEST\`
can have another status too: 405 for a mutation by GET, 406 where the client takes no JSON.`;

function isAnswer({ request, status, answer }: Example, wanted: number, message: string): boolean {
  return !isGraphql(request) && status === wanted && answer.errors?.[0]?.message === message;
}
