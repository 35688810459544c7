import type { EnterpriseAccount } from "../domain/enterprise-account.js";
import type { AuthenticationPreview } from "./authentication-preview.js";

/** An expected "no", returned as data; nothing was written. `kind` is the name of its type in the schema. */
export abstract class Refusal {
  abstract readonly kind: string;
  abstract readonly message: string;
}

export class AccountNotFound extends Refusal {
  readonly kind = "AccountNotFound";
  readonly message: string;

  constructor(readonly accountId: string) {
    super();
    this.message = `There is no account with the id "${accountId}".`;
  }
}

export class NotAMasterAccount extends Refusal {
  readonly kind = "NotAMasterAccount";
  readonly message: string;

  constructor(readonly accountId: string) {
    super();
    this.message = `The account "${accountId}" is a member of another account; only a master account has members.`;
  }
}

export class ReferenceTaken extends Refusal {
  readonly kind = "ReferenceTaken";
  readonly message: string;

  constructor(
    readonly reference: string,
    readonly account: EnterpriseAccount,
  ) {
    super();
    this.message = referenceTaken(reference);
  }
}

export function referenceTaken(reference: string): string {
  return `Another account of this group bears the reference "${reference}" already.`;
}

/** Why one of several new members cannot be registered. */
export interface RefusedMember {
  /** Its place among those that were given, from 0 on. */
  readonly index: number;
  readonly reason: MemberRefusalReason;
  readonly message: string;
}

export type MemberRefusalReason =
  | "INVALID_ENTERPRISE_NAME"
  | "INVALID_ACCOUNT_REFERENCE"
  | "REFERENCE_TAKEN"
  | "REFERENCE_REPEATED";

export class MembersRefused extends Refusal {
  readonly kind = "MembersRefused";
  readonly message: string;

  constructor(readonly members: readonly RefusedMember[]) {
    super();
    const count = new Set(members.map(({ index }) => index)).size;
    this.message = `${count} of these members cannot be registered, so none was.`;
  }
}

export class AlreadyAuthenticated extends Refusal {
  readonly kind = "AlreadyAuthenticated";
  readonly message: string;

  constructor(readonly account: EnterpriseAccount) {
    super();
    this.message = `The account "${account.enterpriseName.value}" is authenticated already; this would not be its first authentication.`;
  }
}

export class EnterpriseNameFixed extends Refusal {
  readonly kind = "EnterpriseNameFixed";
  readonly message: string;

  constructor(readonly account: EnterpriseAccount) {
    super();
    this.message = `The account "${account.enterpriseName.value}" is authenticated; its name changes through authentication only.`;
  }
}

export class PreviewStale extends Refusal {
  readonly kind = "PreviewStale";
  readonly message =
    "The preview no longer holds: its group has changed since, or the name or the certificate is not the one that was previewed.";

  constructor(readonly currentPreview: AuthenticationPreview) {
    super();
  }
}

export class IdempotencyKeyReused extends Refusal {
  readonly kind = "IdempotencyKeyReused";
  readonly message = "This idempotency key was used with another input before; take a new one for a new request.";
}
