import { connect } from "../database/database.js";
import { BOTH_REASONS, seedGroup, settle } from "../database/groups.js";
import { ask } from "../service/http-client.js";
import { commitOf } from "../service/operations.js";
import type { ReadSubjects } from "./read-operations.js";

const GROUPS = 100;
const GROUP_SIZE = 100;

/** Makes a hundred groups, authenticates the last one's master, and answers with what is to be read of them. */
export async function seedSubjects(databaseUrl: string, serviceUrl: string): Promise<ReadSubjects> {
  const client = await connect(databaseUrl);
  try {
    const groups: string[] = [];
    while (groups.length < GROUPS) {
      groups.push(await seedGroup(client, serviceUrl, { members: GROUP_SIZE, ...BOTH_REASONS }));
    }
    const committed = groups.at(-1) as string;
    const uncommitted = groups[GROUPS / 2] as string;
    await ask(serviceUrl, commitOf(committed));
    await settle(client);
    const { rows } = await client.query("SELECT id FROM synchronized_members ORDER BY id OFFSET 20 LIMIT 1");
    return { committed, uncommitted, member: rows[0].id };
  } finally {
    await client.end();
  }
}
