import { AuthenticationPreview } from "../../src/application/authentication-preview.js";
import type { AuthenticationRequest } from "../../src/application/authentication-request.js";
import { Given } from "./given.js";
import { InMemoryStorage } from "./in-memory-storage.js";
import { aCertificate, aName } from "./samples.js";

export function aRequest({ id }: { id: string }, name: string): AuthenticationRequest {
  return { accountId: id, enterpriseName: aName(name), certificate: aCertificate() };
}

/** A request to authenticate "Acme Ltd" as "Beta Ltd" or `nameAfter`. Of the members, the name tells what "Beta Ltd" does. */
export async function aGroupToPreview(nameAfter = "Beta Ltd") {
  const given = new Given(new InMemoryStorage());
  const master = await given.master("Acme Ltd");
  const granted = await given.member(master, "acme LTD");
  const replaced = (await given.authenticated(await given.member(master, "Acme Ltd"), "Acme Ltd")).account;
  const confirmed = (await given.authenticated(await given.member(master, "Acme Ltd"), "BETA Ltd")).account;
  const [left, leftToo] = await given.members(master, "Gamma Ltd", "Aardvark Ltd");
  const members = [granted, replaced, confirmed, left, leftToo] as const;
  return { given, master, members, request: aRequest(master, nameAfter), useCase: given.useCases.preview };
}

export async function aPreviewedGroup(nameAfter?: string) {
  const group = await aGroupToPreview(nameAfter);
  return { ...group, preview: await previewed(group.given, group.request) };
}

/** A preview that is not refused. */
export async function previewed({ useCases }: Given, request: AuthenticationRequest): Promise<AuthenticationPreview> {
  const result = await useCases.preview.execute(request);
  if (!(result instanceof AuthenticationPreview)) throw new Error(result.message);
  return result;
}
