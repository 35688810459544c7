import { AuthenticationRecord } from "../../src/domain/authentication-record.js";
import type { EnterpriseAccount } from "../../src/domain/enterprise-account.js";
import type { Synchronization } from "../../src/domain/synchronization.js";
import type { ConnectionAnswer } from "./graphql-answers.js";
import type { GraphqlClient, Variables } from "./graphql-client.js";
import type { TestService } from "./graphql-service.js";

const ARGUMENTS = "first: $first, after: $after, last: $last, before: $before";
const VARIABLES = "$first: Int, $after: String, $last: Int, $before: String";

/** A page of few fields: these tests read hundreds of them. */
const pageOf = (node: string) => `{
  edges { cursor node { ${node} } }
  nodes { ${node} }
  pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
}`;

const ACCOUNTS = pageOf("id enterpriseName");
const DECISIONS = pageOf("member { id } nameBefore");

const LIST = `query (${VARIABLES}, $filter: EnterpriseAccountFilter) {
  enterpriseAccounts(${ARGUMENTS}, filter: $filter) ${ACCOUNTS}
}`;

const MEMBERS = `query ($id: ID!, ${VARIABLES}, $filter: MemberFilter) {
  enterpriseAccount(id: $id) { members(${ARGUMENTS}, filter: $filter) ${ACCOUNTS} }
}`;

const HISTORY = `query ($id: ID!, ${VARIABLES}) {
  enterpriseAccount(id: $id) { authenticationHistory(${ARGUMENTS}) ${pageOf("id authenticatedAt")} }
}`;

const PREVIEW_MEMBERS = `query ($id: ID!, $name: EnterpriseName!, ${VARIABLES}, $filter: MemberDecisionFilter) {
  previewAuthentication(input: { accountId: $id, enterpriseName: $name }) {
    ... on AuthenticationPreview { members(${ARGUMENTS}, filter: $filter) ${DECISIONS} }
  }
}`;

const SYNCHRONIZATION_MEMBERS = `query ($id: ID!, ${VARIABLES}) {
  node(id: $id) { ... on Synchronization { members(${ARGUMENTS}) ${DECISIONS} } }
}`;

/** A connection of the schema: where it is asked for, and where its page stands in the answer. */
export interface AskedConnection {
  readonly document: string;
  readonly variables: Variables;
  readonly path: readonly string[];
}

export type ConnectionName = "enterpriseAccounts" | "members" | "authenticationHistory" | PreviewMembers | Synchronized;
type PreviewMembers = "preview members" | "preview members that are synchronized" | "preview members that are not";
type Synchronized = "synchronization members";

export type Connections = Readonly<Record<ConnectionName, AskedConnection>>;

/** The page that a connection shows for these arguments. */
export async function readPage(
  client: GraphqlClient,
  { document, variables, path }: AskedConnection,
  page: Variables = {},
): Promise<ConnectionAnswer<unknown>> {
  const data = await client.ask<unknown>(document, { ...variables, ...page });
  return path.reduce((value, key) => (value as Record<string, unknown>)[key], data) as ConnectionAnswer<unknown>;
}

export function listConnection(filter: object | null): AskedConnection {
  return { document: LIST, variables: { filter }, path: ["enterpriseAccounts"] };
}

export function membersConnection(id: string, filter: object | null): AskedConnection {
  return { document: MEMBERS, variables: { id, filter }, path: ["enterpriseAccount", "members"] };
}

export function previewConnection(id: string, name: string, filter: object | null): AskedConnection {
  return {
    document: PREVIEW_MEMBERS,
    variables: { id, name, filter },
    path: ["previewAuthentication", "members"],
  };
}

/** The connections of a group that was synchronized and of another that is previewed, whatever is in them. */
function connectionsOf(given: {
  master: EnterpriseAccount;
  synchronization: Synchronization;
  previewed: EnterpriseAccount;
  nameAfter: string;
  listed: string;
}): Connections {
  const preview = (filter: object | null) => previewConnection(given.previewed.id, given.nameAfter, filter);
  return {
    enterpriseAccounts: listConnection({ enterpriseName: given.listed }),
    members: membersConnection(given.master.id, null),
    authenticationHistory: {
      document: HISTORY,
      variables: { id: given.master.id },
      path: ["enterpriseAccount", "authenticationHistory"],
    },
    "preview members": preview(null),
    "preview members that are synchronized": preview({ synchronized: true }),
    "preview members that are not": preview({ synchronized: false }),
    "synchronization members": {
      document: SYNCHRONIZATION_MEMBERS,
      variables: { id: given.synchronization.id },
      path: ["node", "members"],
    },
  };
}

/** Connections of 25 elements each, or of 50 where some are filtered away. */
export async function fullConnections({ given }: TestService): Promise<Connections> {
  const names = (...some: string[]) => Array.from({ length: 25 }, (_, index) => some[index % some.length] as string);
  const master = await given.master("Acme Ltd");
  await given.members(master, ...names("Acme Ltd", "Acme Trading Ltd"));
  const { snapshot, synchronization } = await given.synchronized(master, "Acme Trading Ltd");
  // Nothing writes such a history before accounts can be authenticated again, but the storage holds it.
  await given.write(async ({ authentications }) => {
    for (let revision = 101; revision < 125; revision += 1) {
      await authentications.addToHistory(AuthenticationRecord.own(snapshot, revision));
    }
  });
  const previewed = await given.master("Listed Ltd");
  await given.members(previewed, ...names("LISTED LTD", "Listed Trading Ltd"), ...names("B Ltd", "A Ltd", "C Ltd"));
  for (let count = 1; count <= 11; count += 1) await given.master("Listed Ltd");
  return connectionsOf({ master, synchronization, previewed, nameAfter: "Listed Trading Ltd", listed: "listed  ltd" });
}

/** The same connections with nothing in them. */
export async function emptyConnections({ given }: TestService): Promise<Connections> {
  const [master, previewed] = [await given.master("Acme Ltd"), await given.master("Acme Ltd")];
  const other = await given.master("Acme Ltd");
  await given.member(other, "Other Ltd");
  const { synchronization } = await given.synchronized(other, "Acme Ltd");
  return connectionsOf({ master, synchronization, previewed, nameAfter: "Acme Ltd", listed: "Nobody's Ltd" });
}
