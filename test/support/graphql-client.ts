/** An error as an answer holds it. */
export interface AnsweredError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string } & Readonly<Record<string, unknown>>;
}

/** An answer of the service, data and errors alike. */
export interface Answer<Data> {
  readonly status: number;
  /** Null or absent where nothing could be answered. */
  readonly data?: Data | null;
  readonly errors?: readonly AnsweredError[];
}

export type Variables = Readonly<Record<string, unknown>>;

/** Asks a service over HTTP, as a client with no library would. */
export class GraphqlClient {
  /** @param token whose bearer asks; none where it is not given */
  constructor(
    private readonly url: string,
    private readonly token: string | null = null,
  ) {}

  /** The whole answer, whatever it is. */
  async answer<Data>(query: string, variables: Variables = {}): Promise<Answer<Data>> {
    const response = await fetch(this.url, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        accept: "application/graphql-response+json",
        ...(this.token !== null && { authorization: `Bearer ${this.token}` }),
      },
      body: JSON.stringify({ query, variables }),
    });
    return { status: response.status, ...((await response.json()) as Omit<Answer<Data>, "status">) };
  }

  /** The data of an answer without errors. */
  async ask<Data>(query: string, variables: Variables = {}): Promise<Data> {
    const { data, errors } = await this.answer<Data>(query, variables);
    if (errors !== undefined || data == null) throw new Error(`Not answered: ${JSON.stringify(errors)}`);
    return data;
  }

  /** The errors of an answer; none where there are none. */
  async errors(query: string, variables: Variables = {}): Promise<readonly AnsweredError[]> {
    const { errors = [] } = await this.answer(query, variables);
    return errors;
  }
}
