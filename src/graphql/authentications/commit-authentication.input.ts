import { Field, ID, InputType } from "type-graphql";
import type { CommitAuthenticationCommand } from "../../application/commit-authentication.js";
import { enterpriseNameAt } from "../enterprise-name.js";
import { idempotencyKeyIn } from "../idempotency-key.js";
import { EnterpriseNameScalar } from "../scalars/enterprise-name.scalar.js";
import { CertificateInput } from "./certificate.input.js";
import { previewTokenIn } from "./preview-token.js";

@InputType("CommitAuthenticationInput", { description: "An account, and what it is authenticated as." })
export class CommitAuthenticationInput {
  @Field(() => ID, { description: "The account." })
  accountId!: string;

  @Field(() => EnterpriseNameScalar, { description: "The name it is authenticated under." })
  enterpriseName!: string;

  @Field(() => CertificateInput, { description: "The certificate it is authenticated with." })
  certificate!: CertificateInput;

  @Field(() => String, {
    nullable: true,
    description:
      "Commit only if the group is as it was in that preview, and name and certificate are what was previewed. Otherwise the answer is PreviewStale.",
  })
  previewToken?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "1 to 255 characters, the caller's own; the same key and input give the same answer, once done.",
  })
  idempotencyKey?: string | null;

  /** @throws BadUserInput */
  get command(): CommitAuthenticationCommand {
    return {
      accountId: this.accountId,
      enterpriseName: enterpriseNameAt(["input", "enterpriseName"], this.enterpriseName),
      certificate: this.certificate.certificateAt(["input", "certificate"]),
      previewToken: previewTokenIn(this.previewToken),
      idempotencyKey: idempotencyKeyIn(this.idempotencyKey),
    };
  }
}
