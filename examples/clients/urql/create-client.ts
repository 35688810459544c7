import { Client, cacheExchange, fetchExchange } from "@urql/core";

/** A client of the service at `url`. */
export function createClient(url: string, token?: string): Client {
  return new Client({
    url,
    exchanges: [cacheExchange, fetchExchange],
    fetchOptions: () => ({ headers: token === undefined ? {} : { authorization: `Bearer ${token}` } }),
    // urql sends short queries by GET. The service refuses those, as what a foreign site could have a browser send; and a URL with
    // a name or a certificate's number in it would stand in the log of every proxy.
    preferGetMethod: false,
  });
}
