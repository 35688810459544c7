import type { Client } from "pg";
import { v7 } from "uuid";
import { CERTIFICATE, KEYS, NAME_AFTER } from "../service/names.js";

/** A way to write the master's authentication into each member that it reaches. */
export interface Copying {
  readonly name: string;
  /** Each is run with group, snapshot, name, its key, the keys that are reached, and the time. */
  readonly statements: readonly string[];
}

/** What is cast so that each statement may leave parameters out. */
const PARAMETERS = `WITH given (group_id, snapshot_id, name, key, keys, at) AS (
  VALUES ($1::uuid, $2::uuid, $3::text, $4::text, $5::text[], $6::timestamptz)
)`;
const REACHED = "account.group_id = $1 AND account.id <> account.group_id AND account.name_key = ANY ($5)";
const HISTORY = "INSERT INTO authentication_history (group_id, account_id, revision, snapshot_id, recorded_at)";

/** The history of all members by one statement, their rows by another. */
const TWO_STATEMENTS: Copying = {
  name: "copy, two statements",
  statements: [
    `${PARAMETERS} ${HISTORY}
    SELECT account.group_id, account.id, 2, given.snapshot_id, given.at
    FROM enterprise_accounts AS account, given WHERE ${REACHED}`,
    `${PARAMETERS} UPDATE enterprise_accounts AS account
    SET enterprise_name = given.name, name_key = given.key, snapshot_id = given.snapshot_id, revision = 2
    FROM given WHERE ${REACHED}`,
  ],
};

/** Both by one statement, so that the members are looked for once. */
const ONE_STATEMENT: Copying = {
  name: "copy, one statement",
  statements: [
    `${PARAMETERS}, changed AS (
      UPDATE enterprise_accounts AS account
      SET enterprise_name = given.name, name_key = given.key, snapshot_id = given.snapshot_id, revision = 2
      FROM given WHERE ${REACHED}
      RETURNING account.group_id, account.id
    )
    ${HISTORY} SELECT changed.group_id, changed.id, 2, given.snapshot_id, given.at FROM changed, given`,
  ],
};

/** Members keep their names and take a reference to the snapshot, which has the new one: as few bytes as copying can do with. */
const REFERENCE_ONLY: Copying = {
  name: "copy, reference only",
  statements: [
    `${PARAMETERS}, changed AS (
      UPDATE enterprise_accounts AS account SET snapshot_id = given.snapshot_id, revision = 2
      FROM given WHERE ${REACHED}
      RETURNING account.group_id, account.id
    )
    ${HISTORY} SELECT changed.group_id, changed.id, 2, given.snapshot_id, given.at FROM changed, given`,
  ],
};

/** Sensible ways to copy, each in one transaction: all members or none. */
export const COPYINGS = [TWO_STATEMENTS, ONE_STATEMENT, REFERENCE_ONLY];

const MASTER = [
  `${PARAMETERS} INSERT INTO authentication_snapshots (group_id, id, account_id, enterprise_name, name_key,
    certificate_country, certificate_type, certificate_number, authenticated_at)
  SELECT group_id, snapshot_id, group_id, name, key, '${CERTIFICATE.country}', '${CERTIFICATE.type}', '${CERTIFICATE.number}', at
  FROM given`,
  `${PARAMETERS} UPDATE enterprise_accounts AS account
  SET enterprise_name = given.name, name_key = given.key, snapshot_id = given.snapshot_id, revision = 2
  FROM given WHERE account.group_id = $1 AND account.id = $1`,
  `${PARAMETERS} ${HISTORY} SELECT group_id, group_id, 2, snapshot_id, at FROM given`,
];

/** Commits a master's authentication by copying it. */
export async function commitByCopying(client: Client, { statements }: Copying, groupId: string): Promise<void> {
  const values = [groupId, v7(), NAME_AFTER, KEYS.after, [KEYS.before, KEYS.after], new Date()];
  await client.query("BEGIN");
  for (const text of [...MASTER, ...statements]) await client.query({ text, values });
  await client.query("COMMIT");
}
