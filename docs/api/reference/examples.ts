import type { Example } from "../catalog.js";
import { type GraphqlRequest, type HttpRequest, isGraphql } from "../recording.js";
import { fence, folded, parts } from "./markdown.js";
import { readableJson } from "./readable-json.js";

/** Examples, each with its request and its answer; a document that was just shown is not repeated. */
export function examplesOpen(examples: readonly Example[]): string {
  return parts(
    ...examples.map((example, index) => parts(`**${example.title}**`, exchange(example, examples[index - 1]))),
  );
}

/** The same, to be opened one by one. */
export function examplesFolded(examples: readonly Example[]): string {
  return parts(...examples.map((example) => folded(`Example: ${lowered(example.title)}`, exchange(example))));
}

function exchange({ request, status, answer }: Example, previous?: Example): string {
  const asked = isGraphql(request) ? askedWith(request, previous) : [fence("http", asHttp(request))];
  const answered = status === 200 ? "is answered with" : `is answered under the status ${status} with`;
  return parts(...asked, answered, fence("jsonc", readableJson(answer)));
}

function askedWith({ document, variables }: GraphqlRequest, previous?: Example): (string | null)[] {
  const isRepeated = previous !== undefined && isGraphql(previous.request) && previous.request.document === document;
  if (Object.keys(variables).length === 0) return [fence("graphql", document)];
  return [
    isRepeated ? null : fence("graphql", document),
    isRepeated ? "The same document with the variables" : "with the variables",
    fence("jsonc", readableJson(variables)),
  ];
}

function asHttp({ method, path, headers, body = "" }: HttpRequest): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`${method} ${path} HTTP/1.1`, ...lines, "", body].join("\n");
}

function lowered(title: string): string {
  return title.charAt(0).toLowerCase() + title.slice(1);
}
