import type { Client } from "pg";
import { connect, type ScratchDatabase } from "../database/database.js";
import { BOTH_REASONS, seedGroup } from "../database/groups.js";
import type { ReadSubjects } from "../reads/read-operations.js";
import { seedSubjects } from "../reads/read-subjects.js";
import { startService } from "../service/service.js";
import { type CallerVariant, OPEN, startVariants } from "./caller-variants.js";

/** A database with groups in it, and every variant of the service on it. */
export interface CallerSite {
  /** The open one comes first. */
  readonly variants: readonly CallerVariant[];
  readonly subjects: ReadSubjects;
  /** A group whose members are so many that what is done for each of them shows. */
  readonly largeGroupId: string;
  /** A group that every caller may commit, and that nothing is read of. */
  readonly groupId: string;
  readonly client: Client;
  close(): Promise<void>;
}

/** How many members the large group has. */
export const LARGE_GROUP = 10_000;

/** Makes the groups with the open service, and starts the others beside it. */
export async function openCallerSite(database: ScratchDatabase): Promise<CallerSite> {
  const url = await database.another();
  const process = await startService(url);
  const client = await connect(url);
  const variants: CallerVariant[] = [{ name: OPEN, process, url: process.url, headers: {} }];
  const close = async () => {
    await client.end();
    for (const { process } of variants) await process.stop();
    await database.drop(url);
  };
  try {
    const largeGroupId = await seedGroup(client, process.url, { members: LARGE_GROUP, ...BOTH_REASONS });
    const subjects = await seedSubjects(url, process.url);
    const [groupId, another] = await oldestGroupsAfter(client, largeGroupId, 2);
    const groups = [largeGroupId, groupId, another, subjects.uncommitted, subjects.committed] as string[];
    variants.push(...(await startVariants(database, { url, groups })));
    return { variants, subjects, largeGroupId, groupId: groupId as string, client, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function oldestGroupsAfter(client: Client, groupId: string, count: number): Promise<string[]> {
  const text = "SELECT group_id FROM account_groups WHERE group_id > $1 ORDER BY group_id LIMIT $2";
  const { rows } = await client.query(text, [groupId, count]);
  return rows.map(({ group_id }) => group_id);
}
