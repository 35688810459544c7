import type { Loaders } from "./loaders.js";

/** What belongs to one request. */
export interface Context {
  readonly loaders: Loaders;
}
