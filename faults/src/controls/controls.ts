import type { Scenario } from "../scenario.js";
import { answerLost } from "../scenarios/answer-lost.js";
import { killPoints } from "../scenarios/kill-points/kill-points.js";
import { races } from "../scenarios/races.js";
import type { Patch } from "./patched-copy.js";

/** The service with one of its safeguards taken away, and a scenario that has to tell. */
export interface Control {
  readonly name: string;
  readonly title: string;
  readonly patches: readonly Patch[];
  readonly scenario: Scenario;
}

const SESSION = "src/infrastructure/storage/session.js";
const COMMIT = "async commit() {";

/** Each is right as long as nothing goes wrong and nothing else is going on, so that only a fault or a race shows it. */
export const CONTROLS: readonly Control[] = [
  {
    name: "without-key",
    title: "an idempotency key is written down and not heeded",
    scenario: answerLost,
    patches: [
      {
        file: "src/application/idempotency-key.js",
        text: "return earlier.fingerprint === fingerprint ? effect.again(earlier.resultIds) : new IdempotencyKeyReused();",
        by: "return effect.first();",
      },
    ],
  },
  {
    name: "without-lock",
    title: "a group's revision is read before a change and raised at its end, and nothing is locked between",
    scenario: races,
    patches: [
      {
        file: "src/infrastructure/storage/typeorm-enterprise-accounts.js",
        text: `UPDATE account_groups AS locked SET revision = locked.revision + 1
      FROM enterprise_accounts AS account
      WHERE account.id = $1`,
        by: `SELECT locked.group_id, locked.revision + 1 AS revision,
        locked.has_authenticated_members OR locked.has_unauthenticated_members AS has_members
      FROM account_groups AS locked, enterprise_accounts AS account
      WHERE account.id = $1`,
      },
      {
        file: "src/infrastructure/storage/typeorm-enterprise-accounts.js",
        text: `
      RETURNING \${LOCKED}\`, [accountId, among], { prepared: true });`,
        by: `\`, [accountId, among], { prepared: true });
        this.session.unlocked = group?.group_id;`,
      },
      {
        file: SESSION,
        text: COMMIT,
        by: `${COMMIT}
        const raising = "UPDATE account_groups SET revision = revision + 1 WHERE group_id = $1";
        if (this.unlocked) await this.write(raising, [this.unlocked]);`,
      },
    ],
  },
  {
    name: "history-apart",
    title: "the history is written in a second transaction",
    scenario: killPoints,
    patches: [
      {
        file: "src/infrastructure/storage/typeorm-authentications.js",
        text: "await this.session.write(recordInsertion([record], parameters), parameters.values, { prepared: true });",
        by: "this.session.afterwards = () => this.session.write(recordInsertion([record], parameters), parameters.values);",
      },
      {
        file: SESSION,
        text: COMMIT,
        by: `${COMMIT}
        await this.commitFirst();
        await this.afterwards?.();
    }
    async commitFirst() {`,
      },
    ],
  },
];
