import { useRef, useState } from "react";
import { CombinedError, useClient } from "urql";
import { newIdempotencyKey } from "../idempotency-key.js";
import { type Problem, problemOf } from "../problem.js";
import { registerSampleGroup, SampleRefused } from "./register-sample-group.js";

type Registration =
  | { readonly kind: "offered" | "under way" }
  | { readonly kind: "failed"; readonly problem: Problem }
  | { readonly kind: "refused"; readonly message: string };

/** Registers the sample group, once: pressed again after a failure, it completes what was begun. */
export function useSampleGroup(onRegistered: (masterId: string) => void) {
  const client = useClient();
  const key = useRef(newIdempotencyKey());
  const [registration, setRegistration] = useState<Registration>({ kind: "offered" });

  async function register() {
    if (registration.kind === "under way") return;
    setRegistration({ kind: "under way" });
    try {
      onRegistered(await registerSampleGroup(client, key.current));
    } catch (error) {
      if (error instanceof CombinedError) setRegistration({ kind: "failed", problem: problemOf(error) });
      else if (error instanceof SampleRefused) setRegistration({ kind: "refused", message: error.message });
      else throw error;
    }
  }

  return { registration, register };
}
