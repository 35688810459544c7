import type { Certificate } from "../../src/domain/certificate.js";
import type { EnterpriseName } from "../../src/domain/enterprise-name.js";

/** What the model answers to a request: the kind of result, the ids of what it brought about, and whether it did so before. */
export interface ModelAnswer {
  readonly kind: string;
  readonly ids: readonly string[];
  readonly replayed: boolean;
}

export interface ModelAccount {
  readonly id: string;
  readonly masterId: string | null;
  readonly reference: string | null;
  name: EnterpriseName;
  authentication: ModelAuthentication | null;
  /** Newest first. */
  readonly history: ModelRecord[];
}

export interface ModelAuthentication {
  readonly snapshotId: string;
  /** The account that was authenticated. */
  readonly accountId: string;
  readonly certificate: Certificate;
}

export interface ModelRecord {
  readonly snapshotId: string;
  readonly origin: "OWN" | "SYNCHRONIZED";
  readonly reason: string | null;
}

export interface ModelDecision {
  readonly id: string;
  readonly reason: "SAME_NAME_BEFORE" | "SAME_NAME_AFTER" | "DIFFERENT_NAME";
  readonly effect: "GRANT" | "REPLACE" | "CONFIRM" | "NONE";
}

export interface ModelRegistration {
  readonly name: EnterpriseName;
  readonly reference: string | null;
}

export interface ModelRequest {
  readonly accountId: string;
  readonly name: EnterpriseName;
  readonly certificate: Certificate | null;
}

export type ModelCommit = ModelRequest & { readonly certificate: Certificate };

/** What was previewed, and at how many changes of the group. */
export type ModelPreview = ModelRequest & { readonly changes: number };
