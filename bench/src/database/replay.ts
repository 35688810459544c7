import type { Client, PoolClient, QueryResult } from "pg";
import { v7 } from "uuid";
import type { Statement } from "./statement-recorder.js";

const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** Runs recorded statements through `pg` alone, one after the other, and answers with the last one's result. */
export async function replay(client: Client | PoolClient, statements: readonly Statement[]): Promise<QueryResult> {
  let last: QueryResult | undefined;
  for (const { text, values, name } of statements) {
    last = await client.query({ text, values: [...values], ...(name ? { name } : {}) });
  }
  if (last === undefined) throw new Error("No statement was recorded.");
  return last;
}

/** The same statements for another account: its id in place of the recorded one's, and a new id for each that was made. */
export function forAnother(statements: readonly Statement[], recordedId: string, id: string): Statement[] {
  const ids = new Map([[recordedId, id]]);
  const replaced = (uuid: string) => {
    const other = ids.get(uuid) ?? v7();
    ids.set(uuid, other);
    return other;
  };
  return statements.map(({ values, ...statement }) => ({
    ...statement,
    values: values.map((value) => value?.replace(UUID, replaced) ?? null),
  }));
}
