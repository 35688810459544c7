import { connectTo } from "./postgres.js";

/** Holds the lock of a group, as somebody else's transaction would, until it is let go. */
export async function lockGroup(databaseUrl: string, masterId: string): Promise<{ letGo(): Promise<void> }> {
  const client = await connectTo(databaseUrl);
  await client.query("BEGIN");
  const { rowCount } = await client.query("SELECT FROM account_groups WHERE group_id = $1 FOR UPDATE", [masterId]);
  if (rowCount !== 1) throw new Error(`There is no group ${masterId} to lock.`);
  return { letGo: () => client.end() };
}
