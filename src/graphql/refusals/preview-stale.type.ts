import { Field, ObjectType } from "type-graphql";
import type { AuthenticationPreview } from "../../application/authentication-preview.js";
import { AuthenticationPreviewType } from "../authentications/authentication-preview.type.js";
import { RefusalType } from "./refusal.type.js";

@ObjectType("PreviewStale", {
  description:
    "Something in the group changed since the preview, or the name or the certificate is not the one that was previewed.",
  implements: RefusalType,
  simpleResolvers: true,
})
export class PreviewStaleType extends RefusalType {
  @Field(() => AuthenticationPreviewType, { description: "What would be committed as things are now." })
  currentPreview!: AuthenticationPreview;
}
