/** Runs an operation that takes one `input`, and answers with its one field. */
export type Ask = <Answer>(document: string, input: object) => Promise<Answer>;

/** A client of the service at `url`. Errors of the answer are thrown; refusals are answers. */
export function clientOf(url: string): Ask {
  return async <Answer>(query: string, input: object) => {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/graphql-response+json" },
      body: JSON.stringify({ query, variables: { input } }),
    });
    const { data, errors } = (await response.json()) as { data?: object; errors?: { message: string }[] };
    if (errors || !data) throw new Error(errors?.map(({ message }) => message).join(" "));
    return Object.values(data)[0] as Answer;
  };
}
