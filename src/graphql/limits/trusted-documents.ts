import type { ApolloServerPlugin, GraphQLRequest } from "@apollo/server";
import { GraphQLError } from "graphql";
import type { Context } from "../context.js";

/** The documents that clients may name by their hashes, and whether they may send others. */
export interface TrustedDocuments {
  readonly mode: "accept" | "require";
  /** By hash. */
  readonly documents: ReadonlyMap<string, string>;
}

/** Stands for a document that is not to be looked at, until the request is refused. */
const NOTHING = "{ __typename }";

/**
 * Finds the document of a request that gives its hash alone, and where others are not to be answered, refuses them. Without
 * trusted documents, hashes mean nothing.
 */
export function trustDocuments(trusted: TrustedDocuments | null): ApolloServerPlugin<Context> {
  if (trusted === null) return {};
  const byHash = new Map([...trusted.documents].map(([hash, text]) => [bare(hash), text]));
  const texts = new Set(trusted.documents.values());
  return {
    requestDidStart: async ({ request }) => {
      const hash = takeHash(request);
      if (request.query) {
        if (trusted.mode === "require" && !texts.has(request.query)) return refuse(request, untrusted());
      } else if (hash !== null) {
        const text = byHash.get(bare(hash));
        if (text === undefined) return refuse(request, unknownHash());
        request.query = text;
      }
    },
  };
}

/**
 * Takes the hash out of a request: `documentId`, as the appendix of GraphQL over HTTP has it, or
 * `extensions.persistedQuery.sha256Hash`, as Apollo Client and urql send it.
 */
function takeHash({ http, extensions }: GraphQLRequest): string | null {
  const parameters = http?.body as { documentId?: unknown } | undefined;
  const documentId = http?.method === "GET" ? documentIdIn(http.search) : parameters?.documentId;
  const sha256Hash: unknown = extensions?.persistedQuery?.sha256Hash;
  // Apollo Server would take it for a document that it is to remember.
  if (extensions) delete extensions.persistedQuery;
  return [documentId, sha256Hash].find((given) => typeof given === "string") ?? null;
}

function documentIdIn(search: string): string | undefined {
  const given = new URLSearchParams(search).getAll("documentId");
  return given.length === 1 ? given[0] : undefined;
}

/** Whether or not it is said that a hash is one. */
function bare(hash: string): string {
  return hash.replace(/^sha256:/, "");
}

/** Apollo Server has no place to refuse a request that is not parsed yet. */
function refuse(request: GraphQLRequest, error: GraphQLError) {
  request.query = NOTHING;
  return {
    didResolveOperation: async () => {
      throw error;
    },
  };
}

/** With the words that urql knows it by. */
function unknownHash(): GraphQLError {
  return new GraphQLError("PersistedQueryNotFound", {
    extensions: { code: "PERSISTED_QUERY_NOT_FOUND", http: { status: 400 } },
  });
}

function untrusted(): GraphQLError {
  return new GraphQLError("Only the documents that this service was given beforehand are answered.", {
    extensions: { code: "DOCUMENT_NOT_TRUSTED", http: { status: 400 } },
  });
}
