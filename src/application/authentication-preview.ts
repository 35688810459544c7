import type { EnterpriseAccount } from "../domain/enterprise-account.js";
import type { EnterpriseName } from "../domain/enterprise-name.js";
import { SyncPolicy } from "../domain/sync-policy.js";
import type { AuthenticationRequest } from "./authentication-request.js";
import type { PreviewToken } from "./preview-token.js";

/** What a first authentication of `account` would do, on the state of its group at `token.revision`. */
export class AuthenticationPreview {
  readonly kind = "AuthenticationPreview";
  readonly policy: SyncPolicy;

  constructor(
    readonly account: EnterpriseAccount,
    private readonly request: AuthenticationRequest,
    /** Commits exactly this. */
    readonly token: PreviewToken,
  ) {
    this.policy = SyncPolicy.forFirstAuthentication(this.nameBefore, this.nameAfter, request.certificate);
  }

  get nameBefore(): EnterpriseName {
    return this.account.enterpriseName;
  }

  get nameAfter(): EnterpriseName {
    return this.request.enterpriseName;
  }
}
