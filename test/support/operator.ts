import { Caller } from "../../src/application/caller.js";

/** Somebody who may do everything. */
export const OPERATOR = Caller.operator({ subject: "operator", requestId: "request-1" });
