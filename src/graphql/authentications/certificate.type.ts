import { Field, ObjectType } from "type-graphql";
import type { CertificateType } from "../../domain/certificate.js";
import { CertificateTypeEnum } from "../enums.js";
import { CountryCodeScalar } from "../scalars/country-code.scalar.js";

@ObjectType("Certificate", {
  description: "A registration document. Two are the same when country, type and number are.",
  simpleResolvers: true,
})
export class CertificateObjectType {
  @Field(() => CountryCodeScalar, { description: "The country that issued it." })
  country!: string;

  @Field(() => CertificateTypeEnum, { description: "Its kind." })
  type!: CertificateType;
}
