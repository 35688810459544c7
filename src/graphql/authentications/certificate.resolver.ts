import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Certificate } from "../../domain/certificate.js";
import type { Context } from "../context.js";
import { CertificateObjectType } from "./certificate.type.js";

@Resolver(() => CertificateObjectType)
export class CertificateResolver {
  @FieldResolver(() => String, {
    description:
      "Its number, normalized: in capital letters and without spaces. Without the scope certificates:read only its ends, as in `9199**********15J`.",
  })
  number(@Root() { number, maskedNumber }: Certificate, @Ctx() { caller }: Context) {
    return caller.has("certificates:read") ? number : maskedNumber;
  }
}
