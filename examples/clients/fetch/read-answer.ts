import { retryAfter } from "./backoff.js";
import { NamesakeError } from "./namesake-error.js";

interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly GraphqlError[];
}

interface GraphqlError {
  readonly message: string;
  readonly extensions?: {
    readonly code?: string;
    readonly argument?: readonly (string | number)[];
    readonly reason?: string;
    readonly errorId?: string;
  };
}

/** What a gateway answers in the service's place, and never the service. */
const GATEWAYS_OWN = new Set([429, 502, 503, 504]);

/** The data of an answer. @throws NamesakeError where it has errors, or is none of the service's */
export async function readAnswer<Data>(response: Response): Promise<Data> {
  const body = await response.text();
  const { data, errors } = (GATEWAYS_OWN.has(response.status) ? null : parse<Data>(body)) ?? {};
  if (errors?.[0] !== undefined) throw errorOf(errors[0], response);
  if (data != null) return data;
  const message = `The answer has the status ${response.status}, and no data.`;
  throw new NamesakeError({ code: `HTTP_${response.status}`, message, ...waitOf(response) });
}

/** Null for what is not JSON: the page of a gateway. */
function parse<Data>(body: string): Answer<Data> | null {
  try {
    return JSON.parse(body) as Answer<Data> | null;
  } catch {
    return null;
  }
}

function errorOf({ message, extensions: { code, ...details } = {} }: GraphqlError, response: Response): NamesakeError {
  const { argument, reason, errorId } = details;
  const known = code ?? `HTTP_${response.status}`;
  return new NamesakeError({ code: known, message, argument, reason, errorId, ...waitOf(response) });
}

function waitOf({ headers }: Response) {
  return { retryAfterMs: retryAfter(headers.get("retry-after")) };
}
