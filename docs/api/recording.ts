/** A GraphQL request, as a client's program writes it. */
export interface GraphqlRequest {
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A request that is shown down to HTTP, since that is where it goes wrong. */
export interface HttpRequest {
  readonly method: string;
  /** From `/` on. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What the service answered, as it came. */
export interface Answer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly AnsweredError[];
}

export interface AnsweredError {
  readonly message: string;
  readonly extensions: {
    readonly code: string;
    readonly scope?: string;
    readonly reason?: string;
    readonly argument?: readonly unknown[];
  };
}

/** An example of the reference: what was asked, and the service's real answer. */
export interface Recording {
  /** What it shows, in a few words. */
  readonly title: string;
  readonly request: GraphqlRequest | HttpRequest;
  readonly status: number;
  readonly answer: Answer;
}

export function isGraphql(request: GraphqlRequest | HttpRequest): request is GraphqlRequest {
  return "document" in request;
}
