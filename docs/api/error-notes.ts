/** What a code means to whoever gets it, and what to do. */
export const ERROR_NOTES: Readonly<Record<string, string>> = {
  BAD_REQUEST:
    "The request is not well-formed: it is no JSON, has no `query`, or is a GET that any web page could have a browser make.",
  BAD_USER_INPUT: "No value can be made of an argument. `argument` is its path, `reason` says what is wrong with it.",
  DOCUMENT_NOT_TRUSTED:
    "The service answers trusted documents alone, and this is none: have it added to the manifest, with the build of the client.",
  FORBIDDEN:
    "The caller's token lacks a scope: `scope` is its name. What the rest of the document asks for may be answered.",
  GRAPHQL_PARSE_FAILED: "The document is no GraphQL.",
  GRAPHQL_VALIDATION_FAILED: "The document does not fit the schema.",
  INTERNAL_SERVER_ERROR:
    "A fault of ours. The log says more under `errorId`. A mutation with an `idempotencyKey` can be sent again as it is.",
  OPERATION_RESOLUTION_FAILURE: "The document has several operations: name one in `operationName`.",
  OUTCOME_UNKNOWN:
    "The database was lost while the change was being made durable: it was made whole, or not at all. Send the same input with the same `idempotencyKey` until another answer comes. The status is 504 where nothing else was answered.",
  PERSISTED_QUERY_NOT_FOUND:
    "No trusted document has this hash. Send the document itself, where others than trusted ones are answered.",
  PERSISTED_QUERY_NOT_SUPPORTED: "Send the document itself.",
  PREVIEW_STALE: "A part of a preview was read after its group had changed: preview again.",
  SERVICE_UNAVAILABLE:
    "The database could not be asked, or not in time, and nothing was changed: wait as long as `Retry-After` says, and send the request again as it is. The status is 503 where nothing else was answered.",
  QUERY_TOO_LARGE:
    "The document asks for too much, each page taken for full: `measure` says of what, `value` how much, `limit` how much may be. Ask for smaller pages, or for less at once.",
};
