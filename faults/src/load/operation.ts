/** What is asked of the service. Certificates are numbers of business licenses of CN. */
export type Operation =
  | { readonly kind: "registerMaster"; readonly name: string }
  | { readonly kind: "registerMember"; readonly masterId: string; readonly name: string }
  | { readonly kind: "registerMembers"; readonly masterId: string; readonly names: readonly string[] }
  | { readonly kind: "rename"; readonly accountId: string; readonly name: string }
  | {
      readonly kind: "preview";
      readonly accountId: string;
      readonly name: string;
      readonly certificate: string | null;
    }
  | {
      readonly kind: "commit";
      readonly accountId: string;
      readonly name: string;
      readonly certificate: string;
      /** The preview that it is held to, by the id of its request; null for any state of the group. */
      readonly preview: { readonly requestId: string; readonly token: string } | null;
    }
  | { readonly kind: "read"; readonly accountId: string };

/** Whether the service takes an idempotency key with it. */
export function hasKey({ kind }: Operation): boolean {
  return kind === "registerMaster" || kind === "registerMember" || kind === "registerMembers" || kind === "commit";
}

/** Whether it changes nothing. */
export function isReading({ kind }: Operation): boolean {
  return kind === "preview" || kind === "read";
}
