import type { HttpRequest } from "../recording.js";
import type { Issuer } from "./issuer.js";
import type { Narrator } from "./narrator.js";

const JSON_TYPE = { "content-type": "application/json" };
const BODY = '{"query":"{ syncPolicy { version } }"}';

const WELL_FORMED: HttpRequest = { method: "POST", path: "/graphql", headers: JSON_TYPE, body: BODY };

/** Each a request that is refused before GraphQL, by what it is. */
const REQUESTS: readonly (readonly [title: string, request: HttpRequest])[] = [
  [
    "A body that is no JSON",
    { method: "POST", path: "/graphql", headers: JSON_TYPE, body: "{ syncPolicy { version } }" },
  ],
  ["Another path", { method: "POST", path: "/", headers: JSON_TYPE, body: BODY }],
  ["Another method", { method: "PUT", path: "/graphql", headers: JSON_TYPE, body: BODY }],
  [
    "A body of more than 1 MiB",
    { method: "POST", path: "/graphql", headers: JSON_TYPE, body: BODY.padEnd(1024 * 1024 + 1) },
  ],
  [
    "A body of another type",
    { method: "POST", path: "/graphql", headers: { "content-type": "application/graphql" }, body: BODY },
  ],
  [
    "Headers of more than 16 KiB",
    { method: "POST", path: "/graphql", headers: { ...JSON_TYPE, "x-long": "x".repeat(20_000) }, body: BODY },
  ],
  [
    "A query by its digest alone",
    {
      method: "POST",
      path: "/graphql",
      headers: JSON_TYPE,
      body: '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"0"}}}',
    },
  ],
];

/** Shows what is answered to that which is no request of GraphQL. */
export async function provokeHttpErrors(narrator: Narrator, issuer: Issuer): Promise<void> {
  for (const [title, request] of REQUESTS) await narrator.showHttp(title, request);
  await narrator.as(null).showHttp("A request without a token", WELL_FORMED);
  await issuer.away(() =>
    narrator.showHttp("A token, while the keys that it is verified with cannot be had", WELL_FORMED),
  );
}
