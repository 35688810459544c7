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
