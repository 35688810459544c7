import type { Given } from "../given.js";

/** Begins a test on a unit of work that holds nothing. */
export type StartEmpty = () => Promise<Given>;
