import { Field, ID, InputType } from "type-graphql";
import type { AuthenticationRequest } from "../../application/authentication-request.js";
import { enterpriseNameAt } from "../enterprise-name.js";
import { EnterpriseNameScalar } from "../scalars/enterprise-name.scalar.js";
import { CertificateInput } from "./certificate.input.js";

@InputType("PreviewAuthenticationInput", { description: "An account, and what it would be authenticated as." })
export class PreviewAuthenticationInput {
  @Field(() => ID, { description: "The account." })
  accountId!: string;

  @Field(() => EnterpriseNameScalar, { description: "The name it would be authenticated under." })
  enterpriseName!: string;

  @Field(() => CertificateInput, {
    nullable: true,
    description:
      "The certificate it would be authenticated with. Without it, effects assume another certificate than any member's.",
  })
  certificate?: CertificateInput | null;

  /** @throws BadUserInput */
  get request(): AuthenticationRequest {
    return {
      accountId: this.accountId,
      enterpriseName: enterpriseNameAt(["input", "enterpriseName"], this.enterpriseName),
      certificate: this.certificate?.certificateAt(["input", "certificate"]) ?? null,
    };
  }
}
