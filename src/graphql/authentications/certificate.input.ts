import { Field, InputType } from "type-graphql";
import { Certificate, type CertificateType } from "../../domain/certificate.js";
import { InvalidCountryCode } from "../../domain/country-code.js";
import { CertificateTypeEnum } from "../enums.js";
import { type ArgumentPath, parseArgument } from "../errors/bad-user-input.js";
import { CountryCodeScalar } from "../scalars/country-code.scalar.js";

@InputType("CertificateInput", { description: "A registration document." })
export class CertificateInput {
  @Field(() => CountryCodeScalar, { description: "The country that issued it." })
  country!: string;

  @Field(() => CertificateTypeEnum, { description: "Its kind." })
  type!: CertificateType;

  @Field(() => String, {
    description:
      "Its number, as CertificateType says. Free form is 1 to 32 digits, Latin letters, spaces and `- . / ( )`. Width, case and spaces do not matter.",
  })
  number!: string;

  /** @throws BadUserInput */
  certificateAt(path: ArgumentPath): Certificate {
    return parseArgument(
      (error) => [...path, error instanceof InvalidCountryCode ? "country" : "number"],
      () => Certificate.of(this),
    );
  }
}
