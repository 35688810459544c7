import { accountListsContract } from "./contract/account-lists.js";
import { accountsContract } from "./contract/accounts.js";
import { additionsContract } from "./contract/additions.js";
import { authenticationsContract } from "./contract/authentications.js";
import { changesContract } from "./contract/changes.js";
import { groupListsContract } from "./contract/group-lists.js";
import { groupLocksContract } from "./contract/group-locks.js";
import { historyContract } from "./contract/history.js";
import { idempotencyKeysContract } from "./contract/idempotency-keys.js";
import { membersContract } from "./contract/members.js";
import { membersByOwnNameContract } from "./contract/members-by-own-name.js";
import { positionsContract } from "./contract/positions.js";
import { reachedMembersContract } from "./contract/reached-members.js";
import { readsContract } from "./contract/reads.js";
import { referenceListsContract } from "./contract/reference-lists.js";
import { referencesContract } from "./contract/references.js";
import type { StartEmpty } from "./contract/start-empty.js";
import { transactionsContract } from "./contract/transactions.js";

/** What every unit of work and its stores must do, whatever they keep things in. */
export function unitOfWorkContract(startEmpty: StartEmpty): void {
  accountsContract(startEmpty);
  accountListsContract(startEmpty);
  groupListsContract(startEmpty);
  membersContract(startEmpty);
  membersByOwnNameContract(startEmpty);
  referencesContract(startEmpty);
  referenceListsContract(startEmpty);
  additionsContract(startEmpty);
  changesContract(startEmpty);
  groupLocksContract(startEmpty);
  authenticationsContract(startEmpty);
  reachedMembersContract(startEmpty);
  historyContract(startEmpty);
  positionsContract(startEmpty);
  idempotencyKeysContract(startEmpty);
  transactionsContract(startEmpty);
  readsContract(startEmpty);
}
