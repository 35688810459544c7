import { readdir } from "node:fs/promises";
import { PUBLIC_CODES } from "../../src/graphql/errors/format-error.js";
import { TRANSPORT_ERRORS } from "../../src/graphql/errors/transport-errors.js";
import { loadedModules, type Module } from "./loaded-modules.js";

/** What the errors of the service tell programs apart by. */
export interface AnsweredCodes {
  /** Every `extensions.code`. */
  readonly codes: readonly string[];
  /** Every `extensions.reason` of a `BAD_USER_INPUT`. */
  readonly reasons: readonly string[];
}

const GRAPHQL = new URL("../../src/graphql/", import.meta.url);

/**
 * The codes that stand in the code. A reason is the code of a `DomainError` that GraphQL can catch, since it loads its
 * module, or is given to a `BadUserInput` where it is made.
 */
export async function answeredCodes(): Promise<AnsweredCodes> {
  const files = await readdir(GRAPHQL, { recursive: true });
  const modules = await loadedModules(
    files.filter((file) => file.endsWith(".ts")).map((file) => new URL(file, GRAPHQL)),
  );
  const publicCodes = [...PUBLIC_CODES].map(String);
  const transportCodes = Object.values(TRANSPORT_ERRORS).map(({ code }) => code);
  return {
    codes: sorted([...publicCodes, ...transportCodes, ...modules.flatMap(codesIn)]),
    reasons: sorted(modules.flatMap(reasonsIn)),
  };
}

/** These have codes that operations are answered with too. */
const { 400: _malformed, 500: _fault, 503: _outage, 504: _doubt, ...OF_HTTP_ALONE } = TRANSPORT_ERRORS;

/** The codes of errors but those of HTTP alone, of which a table says all there is to say. */
export function codesWithSection({ codes }: AnsweredCodes): string[] {
  const ofHttpAlone = Object.values(OF_HTTP_ALONE).map(({ code }) => code);
  return codes.filter((code) => !ofHttpAlone.includes(code));
}

/** The code of a class of errors that is no `DomainError`, or of an answer. */
export function codesIn({ text }: Module): string[] {
  return [...withoutDomainErrors(text).matchAll(/\bcode(?: =|:) "([A-Z_]+)"/g)].map(([, code]) => code as string);
}

/** @throws Error for a `DomainError` or a `BadUserInput` that is written in another way than all others */
export function reasonsIn({ file, text }: Module): string[] {
  const classes = found(text, /\bextends DomainError\b/g, /\bextends DomainError \{\s*readonly code = "([A-Z_]+)"/g);
  const inputs = found(
    text,
    /\bnew BadUserInput\(/g,
    /\bnew BadUserInput\([^;]*?(?:"([A-Z]+(?:_[A-Z]+)+)"|error\.code)[,)]/g,
  );
  if (classes === null || inputs === null) throw new Error(`The reasons in ${file} cannot be read.`);
  return [...classes, ...inputs];
}

const DOMAIN_ERROR = /class \w+ extends DomainError \{\s*readonly code = "[A-Z_]+"/g;

function withoutDomainErrors(text: string): string {
  return text.replaceAll(DOMAIN_ERROR, "");
}

/** What is captured wherever something begins; null where it begins more often than it is captured. */
function found(text: string, beginning: RegExp, whole: RegExp): string[] | null {
  const matches = [...text.matchAll(whole)];
  if (matches.length !== [...text.matchAll(beginning)].length) return null;
  return matches.flatMap(([, captured]) => captured ?? []);
}

function sorted(codes: readonly string[]): string[] {
  return [...new Set(codes)].sort();
}
