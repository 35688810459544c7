import type { Certificate } from "../domain/certificate.js";
import type { AuthenticationRequest } from "./authentication-request.js";
import type { Environment } from "./environment.js";

/** What a preview showed, in a form that a commit can be held to: the group's revision, the name, and the certificate. */
export class PreviewToken {
  constructor(
    readonly revision: number,
    /** The digest of the account and the name. */
    readonly subject: string,
    /** The digest of the certificate; null where the preview had none. */
    readonly certificate: string | null,
  ) {}

  static issue(revision: number, request: AuthenticationRequest, digest: Environment["digest"]): PreviewToken {
    const subject = JSON.stringify([request.accountId, request.enterpriseName.value]);
    return new PreviewToken(
      revision,
      digest(subject),
      request.certificate && digest(sealed(subject, request.certificate)),
    );
  }

  /** Whether `current`, issued for what is about to be committed, shows the same as this did. */
  allows(current: PreviewToken): boolean {
    return (
      this.revision === current.revision &&
      this.subject === current.subject &&
      (this.certificate === null || this.certificate === current.certificate)
    );
  }
}

/** Bound to its account and name: the same certificate looks different in every other preview. */
function sealed(subject: string, { country, type, number }: Certificate): string {
  return JSON.stringify([subject, country, type, number]);
}
