import { createHmac, createPublicKey } from "node:crypto";
import { type Claims, Issuer, secondsNow } from "./issuer.js";

/** An Authorization header that says nothing that can be believed, as it is made of what would be a right one. */
export type BadToken = readonly [what: string, header: (issuer: Issuer, claims: Claims) => Promise<string>];

const bearer =
  (changed: () => Claims): BadToken[1] =>
  async (issuer, claims) =>
    `Bearer ${await issuer.sign({ ...claims, ...changed() })}`;

/** Those that are refused, whatever is asked for. */
export const BAD_TOKENS: readonly BadToken[] = [
  ["not a bearer's", async (issuer, claims) => `Basic ${await issuer.sign(claims)}`],
  ["empty", async () => "Bearer "],
  ["no JWT", async () => "Bearer eyJhbGciOiJFUzI1NiJ9.secret"],
  ["two tokens", async (issuer, claims) => `Bearer ${await issuer.sign(claims)} ${await issuer.sign(claims)}`],
  ["expired", bearer(() => ({ exp: secondsNow() - 70 }))],
  ["not yet valid", bearer(() => ({ nbf: secondsNow() + 70 }))],
  ["for another audience", bearer(() => ({ aud: "another" }))],
  ["for no audience", bearer(() => ({ aud: undefined }))],
  ["another issuer's by its claim", bearer(() => ({ iss: "https://another.example" }))],
  ["no issuer's", bearer(() => ({ iss: undefined }))],
  ["without an end", bearer(() => ({ exp: undefined }))],
  ["of nobody", bearer(() => ({ sub: undefined }))],
  ["of an empty subject", bearer(() => ({ sub: "" }))],
  ["of a subject that is no text", bearer(() => ({ sub: 42 }))],
  ["of a subject with U+0000", bearer(() => ({ sub: "a\0b" }))],
  ["of a subject with half of a surrogate pair", bearer(() => ({ sub: "a\ud800" }))],
  ["with groups that are a text", bearer(() => ({ groups: "01954f00-0000-7000-8000-000000000000" }))],
  ["with groups that are no texts", bearer(() => ({ groups: [1] }))],
  ["with groups that are null", bearer(() => ({ groups: null }))],
  ["with scopes that are a list", bearer(() => ({ scope: ["accounts:read"] }))],
  ["signed with an unknown key", async (_issuer, claims) => `Bearer ${await (await stranger()).sign(claims)}`],
  [
    "signed with an unknown key by a known name",
    async (issuer, claims) => `Bearer ${await (await stranger()).sign(claims, { kid: issuer.kid })}`,
  ],
  ["not signed", async (_issuer, claims) => `Bearer ${unsigned(claims, { alg: "none" })}.`],
  ["not signed, with a signature", async (_issuer, claims) => `Bearer ${unsigned(claims, { alg: "none" })}.AAAA`],
  ["signed with the public key as a secret", async (issuer, claims) => `Bearer ${signedWithPublicKey(issuer, claims)}`],
  ["changed after it was signed", async (issuer, claims) => `Bearer ${tampered(await issuer.sign(claims))}`],
  ["of a critical extension", async (issuer, claims) => `Bearer ${withCritical(await issuer.sign(claims))}`],
];

let another: Promise<Issuer> | undefined;

function stranger(): Promise<Issuer> {
  another ??= Issuer.create("unknown");
  return another;
}

function unsigned(claims: Claims, header: object): string {
  const now = secondsNow();
  const payload = { iss: "https://issuer.example", aud: "namesake", iat: now, exp: now + 300, ...claims };
  return `${encoded(header)}.${encoded(payload)}`;
}

/** Fools whoever takes the algorithm from the token and the key from wherever it finds one. */
function signedWithPublicKey({ publicKey, kid }: Issuer, claims: Claims): string {
  const pem = createPublicKey({ key: publicKey as never, format: "jwk" }).export({ type: "spki", format: "pem" });
  const content = unsigned(claims, { alg: "HS256", kid });
  return `${content}.${createHmac("sha256", pem).update(content).digest("base64url")}`;
}

function tampered(token: string): string {
  const [header, payload = "", signature] = token.split(".");
  return [header, encoded({ ...decoded(payload), sub: "another" }), signature].join(".");
}

function withCritical(token: string): string {
  const [header = "", ...rest] = token.split(".");
  return [encoded({ ...decoded(header), crit: ["unknown"], unknown: true }), ...rest].join(".");
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

function decoded(text: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(text, "base64url").toString());
}
