import type { Certificate } from "../domain/certificate.js";
import type { EnterpriseName } from "../domain/enterprise-name.js";

/** An account, and what it is to be authenticated as. */
export interface AuthenticationRequest {
  readonly accountId: string;
  readonly enterpriseName: EnterpriseName;
  readonly certificate: Certificate | null;
}
