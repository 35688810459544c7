import { once } from "node:events";
import { Random } from "../harness/random.js";
import { HistoryWriter } from "./history.js";
import { FINISH, type Orders } from "./orders.js";
import { PLANS } from "./plans.js";
import { play } from "./play.js";
import { Requester } from "./requester.js";

/** A client process: draws plans of groups and plays them, several at once. */
const [orders] = (await once(process, "message")) as [Orders];
const history = new HistoryWriter(orders.historyFile);
process.on("disconnect", () => process.exit(1));
let begun = 0;
let isFinishing = false;
process.on("message", (message) => {
  isFinishing ||= message === FINISH;
});

async function playGroups(): Promise<void> {
  while (!isFinishing && begun < (orders.groups ?? Number.POSITIVE_INFINITY)) {
    begun += 1;
    const group = `${orders.client}/${begun}`;
    const random = Random.of(`${orders.seed}/${group}`);
    const plan = PLANS[orders.plan](group, random.fork("plan"));
    await play(plan, new Requester({ ...orders, history, random: random.fork("pauses") }));
  }
}

await Promise.all(Array.from({ length: orders.atOnce }, playGroups));
process.exit(0);
