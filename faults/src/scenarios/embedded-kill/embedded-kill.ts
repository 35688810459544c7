import { setTimeout as sleep } from "node:timers/promises";
import { judge } from "../../checker/judge.js";
import { untilReady } from "../../harness/readiness.js";
import type { StandingReplica } from "../../harness/standing-replica.js";
import { clock } from "../../load/history.js";
import { recoveriesAfter } from "../../load/recoveries.js";
import type { Scenario } from "../../scenario.js";
import type { World } from "../../world.js";
import { EmbeddedServer } from "./embedded-server.js";

const RECOVERED_WITHIN_MS = 5_000;
/** After which something else is wrong, and the scenario ends. */
const PATIENCE_MS = 30_000;
/** How long all is well before a kill, in milliseconds. */
const LIFE_MS = { least: 100, most: 1_000 };

const KILLED = ["service", "server", "both"] as const;

export const embeddedKill: Scenario = {
  name: "embedded-kill",
  title: "a service with a server of its own: either is killed, or both",
  toReach: `0 lost; first success within ${RECOVERED_WITHIN_MS / 1_000} s`,
  counts: { ci: 10, full: 200 },
  async run(world) {
    const folder = await world.folder();
    const server = new EmbeddedServer(folder);
    world.stopAtEnd(() => server.endIfLeft());
    const replica = await world.standingReplica({ env: { NAMESAKE_DATA_DIR: folder } });
    const clients = await world.clients({ plan: "mixed", replicas: [replica], clients: 2, groups: null, atOnce: 4 });
    const kills: Kill[] = [];
    for (let kill = 0; kill < world.count; kill += 1) {
      await sleep(world.random.between(LIFE_MS.least, LIFE_MS.most));
      kills.push(await killAndRecover(world, { kind: KILLED[kill % KILLED.length] ?? "both", replica, server }));
    }
    await clients.finish();
    const { history, ...judgement } = await judge(clients.historyFiles, await server.url());
    const recoveriesMs = recoveriesAfter(
      kills.map(({ moment }) => moment),
      history,
    );
    return {
      ...judgement,
      injected: kills.length,
      recoveriesMs,
      measured: longestByKind(kills, recoveriesMs),
      problems: [...judgement.problems, ...lateIn(kills, recoveriesMs)],
    };
  },
};

type Kind = (typeof KILLED)[number];

interface Kill {
  readonly kind: Kind;
  /** When the service was started again or, where it was not killed, its server was. */
  readonly moment: number;
}

interface Victims {
  readonly kind: Kind;
  readonly replica: StandingReplica;
  readonly server: EmbeddedServer;
}

/** A service that was killed is started again; one whose server was killed has to see to it by itself. */
async function killAndRecover(world: World, { kind, replica, server }: Victims): Promise<Kill> {
  const killed = clock();
  const kills = [...(kind === "server" ? [] : [replica]), ...(kind === "service" ? [] : [server])];
  await Promise.all(world.random.shuffled(kills).map((one) => one.kill9()));
  const moment = kind === "server" ? killed : clock();
  if (kind !== "server") await replica.startAgain();
  await Promise.race([untilReady(replica.graphqlUrl, PATIENCE_MS), endOf(replica)]);
  return { kind, moment };
}

/** @throws once it has ended, with what it has logged */
async function endOf({ current }: StandingReplica): Promise<never> {
  await current.ended;
  throw new Error(`The service ended as its server was killed: ${current.log}`);
}

function longestByKind(kills: readonly Kill[], recoveriesMs: readonly number[]): Record<string, number> {
  const longest = KILLED.map((kind) => {
    const times = recoveriesMs.filter((_time, place) => kills[place]?.kind === kind);
    return [`${kind} killed: the longest until the first success (ms)`, Math.max(0, ...times)];
  });
  return Object.fromEntries(longest);
}

function lateIn(kills: readonly Kill[], recoveriesMs: readonly number[]): string[] {
  return kills.flatMap(({ kind }, place) => {
    const time = recoveriesMs[place] ?? Number.POSITIVE_INFINITY;
    if (time <= RECOVERED_WITHIN_MS) return [];
    return [`The first success came ${Math.round(time)} ms after the kill of ${kind}.`];
  });
}
