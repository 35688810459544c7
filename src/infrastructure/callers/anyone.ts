import { Caller } from "../../application/caller.js";
import type { Callers } from "../../application/callers.js";

/** Whoever calls is the same operator, who may do everything: for a service that nobody else can reach. */
export class Anyone implements Callers {
  async callerOf(_authorization: string | undefined, requestId: string): Promise<Caller> {
    return Caller.operator({ subject: "anyone", requestId });
  }
}
