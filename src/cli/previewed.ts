import type { AuthenticationPreview } from "../application/authentication-preview.js";
import type { SyncCount } from "../application/preview-authentication.js";
import type { MemberDecision } from "../domain/member-decision.js";
import { sealPreviewToken } from "../graphql/authentications/preview-token.js";
import type { UseCases } from "../use-cases.js";
import { table } from "./table.js";

/** A preview with what it shows of the members: how many of which kind, and the first of them. */
export interface Previewed {
  readonly preview: AuthenticationPreview;
  readonly counts: readonly SyncCount[];
  readonly decisions: readonly MemberDecision[];
}

/** Reads the parts of a preview. @throws PreviewOutdated */
export async function previewed(
  preview: AuthenticationPreview,
  first: number,
  { preview: read }: UseCases,
): Promise<Previewed> {
  const counts = await read.breakdown(preview);
  const page = { limit: Math.max(first, 1), from: "start", after: null, before: null } as const;
  const { items } = first > 0 ? await read.members(preview, {}, page) : { items: [] };
  return { preview, counts, decisions: items.map(({ item }) => item) };
}

export function asJson({ preview, counts, decisions }: Previewed): object {
  return {
    accountId: preview.account.id,
    nameBefore: preview.nameBefore.value,
    nameAfter: preview.nameAfter.value,
    memberCount: sum(counts),
    synchronizedCount: sum(counts.filter(isSynchronized)),
    breakdown: counts,
    members: decisions.map(({ before, decision }) => ({
      id: before.id,
      reference: before.reference,
      enterpriseName: before.enterpriseName.value,
      authenticationStatus: before.authenticationStatus,
      ...decision,
    })),
    previewToken: sealPreviewToken(preview.token),
  };
}

export function asWords({ preview, counts, decisions }: Previewed): string {
  const { nameBefore, nameAfter, token } = preview;
  const total = sum(counts);
  return [
    `"${nameBefore.value}", authenticated for the first time as "${nameAfter.value}":`,
    `${sum(counts.filter(isSynchronized))} of ${total} members would be synchronized.`,
    ...(counts.length > 0 ? [countsTable(counts)] : []),
    ...(decisions.length > 0 ? [`The first ${decisions.length} of ${total} members:`, decisionsTable(decisions)] : []),
    `Preview token: ${sealPreviewToken(token)}`,
  ].join("\n");
}

function countsTable(counts: readonly SyncCount[]): string {
  const rows = counts.map((one) => [yesOrNo(isSynchronized(one)), one.reason, one.statusBefore, `${one.count}`]);
  return table(["synchronized", "because", "status before", "members"], rows);
}

function decisionsTable(decisions: readonly MemberDecision[]): string {
  const rows = decisions.map(({ before, decision }) => [
    before.reference ?? before.id,
    before.enterpriseName.value,
    yesOrNo(decision.synchronized),
    decision.reason,
    decision.effect,
  ]);
  return table(["member", "enterprise name", "synchronized", "because", "effect"], rows);
}

function isSynchronized({ reason }: SyncCount): boolean {
  return reason !== "DIFFERENT_NAME";
}

function sum(counts: readonly SyncCount[]): number {
  return counts.reduce((total, { count }) => total + count, 0);
}

function yesOrNo(value: boolean): string {
  return value ? "yes" : "no";
}
