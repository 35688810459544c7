import type { Scenario } from "./scenario.js";
import { answerLost } from "./scenarios/answer-lost.js";
import { connections } from "./scenarios/connections.js";
import { embeddedKill } from "./scenarios/embedded-kill/embedded-kill.js";
import { killPoints } from "./scenarios/kill-points/kill-points.js";
import { killRandom } from "./scenarios/kill-random.js";
import { memory } from "./scenarios/memory/memory.js";
import { overload } from "./scenarios/overload.js";
import { throughPgBouncer } from "./scenarios/pgbouncer/through-pgbouncer.js";
import { postgresRestart } from "./scenarios/postgres-restart.js";
import { races } from "./scenarios/races.js";
import { sameKey } from "./scenarios/same-key.js";
import { sigterm } from "./scenarios/sigterm/sigterm.js";
import { slowClients } from "./scenarios/slow-clients/slow-clients.js";
import { threeStarts } from "./scenarios/three-starts.js";

/** Every scenario, in the order they are run and reported. */
export const SCENARIOS: readonly Scenario[] = [
  killRandom,
  killPoints,
  answerLost,
  postgresRestart,
  connections,
  sameKey,
  races,
  overload,
  slowClients,
  sigterm,
  embeddedKill,
  threeStarts,
  memory,
  throughPgBouncer,
];
