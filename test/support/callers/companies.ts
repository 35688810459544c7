import fc from "fast-check";
import { SCOPES } from "../../../src/application/caller.js";
import { PreviewToken } from "../../../src/application/preview-token.js";
import { sealPreviewToken } from "../../../src/graphql/authentications/preview-token.js";
import type { Variables } from "../graphql-client.js";
import { DOCUMENTS } from "../graphql-documents.js";
import type { AskingService } from "./asking-service.js";
import { claimsOf } from "./issuer.js";

/** Whose groups there are. An auditor has groups of its own and reaches North's; an operator reaches all of them. */
export const OWNERS = ["north", "south", "auditor"] as const;
export type Owner = (typeof OWNERS)[number];
export type Who = Owner | "operator";

const OPERATIONS = [
  "registerMasterAccount",
  "registerMemberAccount",
  "registerMemberAccounts",
  "renameEnterpriseAccount",
  "previewAuthentication",
  "commitAuthentication",
  "enterpriseAccount",
  "enterpriseAccounts",
  "members",
  "authenticationHistory",
  "node",
  "nodes",
] as const;

/** Something that somebody asks for, about something of some owner's. */
export interface Step {
  readonly who: Who;
  readonly operation: (typeof OPERATIONS)[number];
  readonly of: Owner;
  /** Which of the owner's groups, which thing in it, and which of a few names, references and numbers. */
  readonly group: number;
  readonly thing: number;
  readonly word: number;
  readonly key: string | null;
  /** Whose last preview is committed; nobody's where it is null. */
  readonly tokenOf: Owner | null;
}

/** Everybody asks for everything, with the same few idempotency keys, and often about what is somebody else's. */
export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    who: fc.constantFrom<Who>(...OWNERS, "operator"),
    operation: fc.constantFrom(...OPERATIONS),
    of: fc.constantFrom(...OWNERS),
    group: fc.nat(1),
    thing: fc.nat(5),
    word: fc.nat(2),
    key: fc.constantFrom(null, null, "key-1", "key-2"),
    tokenOf: fc.constantFrom<Owner | null>(null, null, ...OWNERS),
  }),
  { minLength: 10, maxLength: 30, size: "max" },
);

/** What was asked, and the answer as it came. */
export interface Told {
  readonly step: Step;
  /** The id that was asked about. */
  readonly id: string;
  readonly answer: string;
}

/** In every name, reference and number of an owner's, and in nobody else's. */
export function markOf(owner: Owner): string {
  return `${owner}mark`.toUpperCase();
}

/** Whose marks a caller may see. */
export function ownersFor(who: Who): readonly Owner[] {
  if (who === "operator") return OWNERS;
  return who === "auditor" ? ["auditor", "north"] : [who];
}

/** The auditor and the operator are known to all whose groups they write in. */
function subjectOf(who: Who): string {
  return who === "auditor" || who === "operator" ? who : `${markOf(who)}@example`;
}

/** Several companies at work in one service, each in what is its own. */
export class Companies {
  private readonly groups: Record<Owner, string[]> = { north: [], south: [], auditor: [] };
  private readonly tokens: Partial<Record<Owner, string>> = {};

  constructor(private readonly service: AskingService) {}

  /** @param absent who is not there, with all that would have been its own */
  async play(all: readonly Step[], absent: Owner | null = null): Promise<readonly Told[]> {
    await this.service.empty();
    for (const owner of OWNERS) if (owner !== absent) await this.begin(owner);
    const told: Told[] = [];
    for (const step of all) if (step.who !== absent) told.push(await this.tell(step));
    return told;
  }

  /** The ids of all that is not a caller's to know. */
  async hiddenFrom(who: Who): Promise<string[]> {
    const reached = this.reachedBy(who);
    if (reached === "*") return [];
    const rows = await this.service.dataSource.query(`${THINGS} WHERE NOT group_id = ANY ($1::uuid[])`, [reached]);
    return rows.map(({ id }: { id: string }) => id);
  }

  private async begin(owner: Owner): Promise<void> {
    const { given } = this.service;
    const master = await given.master(`${markOf(owner)} Ltd`, `${markOf(owner)}-head`);
    await given.members(master, `${markOf(owner)} Ltd`, `${markOf(owner)} Trading Ltd`);
    this.groups[owner].push(master.id);
  }

  private async tell(step: Step): Promise<Told> {
    const groupId = this.groups[step.of][step.group] ?? this.groups[step.of][0] ?? null;
    const id = await this.thingIn(groupId, step);
    const client = await this.service.clientOf(claimsOf(this.reachedBy(step.who), SCOPES, subjectOf(step.who)));
    const answer = await client.answer<Record<string, never>>(DOCUMENTS[step.operation], this.variables(step, id));
    this.keep(step, answer.data ?? {});
    return { step, id, answer: JSON.stringify(answer) };
  }

  private reachedBy(who: Who): readonly string[] | "*" {
    return who === "operator" ? "*" : ownersFor(who).flatMap((owner) => this.groups[owner]);
  }

  private async thingIn(groupId: string | null, { operation, thing }: Step): Promise<string> {
    const found =
      groupId === null
        ? []
        : await this.service.dataSource.query(`${THINGS} WHERE group_id = $1 ORDER BY kind, id`, [groupId]);
    if (operation.startsWith("registerMember") && thing < 4 && groupId !== null) return groupId;
    return found[thing % (found.length || 1)]?.id ?? `ffffffff-0000-7000-8000-00000000000${thing}`;
  }

  /** What is written about a group bears the mark of its owner, if the caller reaches it, or else the caller's own. */
  private variables({ who, operation, of, word, key: idempotencyKey, tokenOf }: Step, id: string): Variables {
    const isItsOwn = who !== "operator" && (operation === "registerMasterAccount" || !ownersFor(who).includes(of));
    const mark = markOf(isItsOwn ? who : of);
    const enterpriseName = [`${mark} Ltd`, `${mark} trading ltd`, `${mark} 控股有限公司`][word] as string;
    const reference = word === 2 ? null : `${mark}-${word}`;
    const certificate = { country: "DE", type: "OTHER", number: `${mark}-${word}-NUMBER` };
    const previewToken = tokenOf && (this.tokens[tokenOf] ?? NEVER_ISSUED);
    switch (operation) {
      case "registerMasterAccount":
        return { input: { enterpriseName, reference, idempotencyKey } };
      case "registerMemberAccount":
        return { input: { masterId: id, enterpriseName, reference, idempotencyKey } };
      case "registerMemberAccounts":
        return { input: { masterId: id, members: [{ enterpriseName, reference }], idempotencyKey } };
      case "renameEnterpriseAccount":
        return { input: { accountId: id, enterpriseName } };
      case "previewAuthentication":
        return { input: { accountId: id, enterpriseName, certificate } };
      case "commitAuthentication":
        return { input: { accountId: id, enterpriseName, certificate, previewToken, idempotencyKey } };
      case "enterpriseAccounts":
        return { first: 3, filter: [{}, { enterpriseName }, { authenticationStatus: "AUTHENTICATED" }][word] };
      case "nodes":
        return { ids: [id, id] };
      default:
        return { id };
    }
  }

  private keep(
    { who, of }: Step,
    data: Record<string, { previewToken?: string; account?: { id: string } } | null>,
  ): void {
    const token = data.previewAuthentication?.previewToken;
    if (token !== undefined) this.tokens[who === "operator" ? of : who] = token;
    const master = data.registerMasterAccount?.account?.id;
    const owner = who === "operator" ? of : who;
    if (master !== undefined && !this.groups[owner].includes(master)) this.groups[owner].push(master);
  }
}

const THINGS = `SELECT id FROM (
  SELECT 1 AS kind, group_id, id FROM enterprise_accounts
  UNION ALL SELECT 2, group_id, id FROM authentication_snapshots
  UNION ALL SELECT 3, group_id, id FROM synchronizations
) AS thing`;

const NEVER_ISSUED = sealPreviewToken(new PreviewToken(1, "A".repeat(43), null));
