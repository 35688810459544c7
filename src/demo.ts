import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { StartupError } from "./infrastructure/startup-error.js";
import { Service } from "./service.js";

/** A row of cases/first-authentication.json. */
interface Case {
  readonly row: number;
  readonly tableCase: number | null;
  readonly nameBefore: string;
  readonly memberName: string;
  readonly memberAuthenticated: boolean;
  readonly nameAfter: string;
  readonly synchronized: boolean;
  readonly reason: string;
}

interface Member {
  readonly enterpriseName: string;
  readonly authenticationStatus: string;
  readonly authenticationOrigin: string | null;
}

/** Synthetic, of an administrative division that does not exist. */
const MASTER_NUMBER = "91990000TT0000015J";
const MEMBER_NUMBER = "91990000TT0000023D";

/** From the folder that npm runs scripts in. */
const CASES_FILE = "cases/first-authentication.json";

/** Plays every row of a table through the HTTP API of a service on a throw-away database. True where all agree. */
async function demo(casesFile: string): Promise<boolean> {
  const dataDirectory = await mkdtemp(join(tmpdir(), "namesake-demo-"));
  const settings = { host: "127.0.0.1", port: 0, databaseUrl: null, dataDirectory, logLevel: "silent" } as const;
  try {
    const service = await Service.start(settings, pino({ level: "silent" }), { durable: false });
    try {
      const cases: Case[] = JSON.parse(await readFile(casesFile, "utf8"));
      const outcomes = [];
      for (const one of cases) outcomes.push(await play(one, (document, input) => ask(service.url, document, input)));
      process.stdout.write(table([HEADER, ...outcomes.map(({ line }) => line)]));
      return outcomes.every(({ agrees }) => agrees);
    } finally {
      await service.stop();
    }
  } finally {
    await rm(dataDirectory, { recursive: true, force: true });
  }
}

type Ask = <Answer>(document: string, input: object) => Promise<Answer>;

interface Registered {
  readonly account: { readonly id: string };
}

interface Preview {
  readonly previewToken: string;
  readonly members: { readonly nodes: readonly [{ readonly decision: Decision }] };
}

interface Decision extends Pick<Case, "synchronized" | "reason" | "tableCase"> {
  readonly effect: string;
}

interface Committed {
  readonly account: { readonly members: { readonly nodes: readonly [Member] } };
}

const HEADER = ["row", "case", "master before", "member before", "authenticated as", "preview", "member now", "agrees"];

/** One master with one member: previewed, committed, and looked at again. */
async function play(one: Case, ask: Ask): Promise<{ line: string[]; agrees: boolean }> {
  const { account: master } = await ask<Registered>(REGISTER_MASTER, { enterpriseName: one.nameBefore });
  const { account } = await ask<Registered>(REGISTER_MEMBER, { masterId: master.id, enterpriseName: one.memberName });
  if (one.memberAuthenticated) await ask<Committed>(COMMIT, authentication(account.id, one.memberName, MEMBER_NUMBER));

  const request = authentication(master.id, one.nameAfter, MASTER_NUMBER);
  const preview = await ask<Preview>(PREVIEW, request);
  const committed = await ask<Committed>(COMMIT, { ...request, previewToken: preview.previewToken });

  const [{ decision }] = preview.members.nodes;
  const [member] = committed.account.members.nodes;
  const agrees = isAsForetold(decision, one) && isAsExpected(member, one);
  return { line: lineOf(one, decision, member, agrees), agrees };
}

function lineOf(one: Case, decision: Decision, member: Member, agrees: boolean): string[] {
  return [
    `${one.row}`,
    one.tableCase === null ? "-" : `${one.tableCase}`,
    `${one.nameBefore}, not authenticated`,
    `${one.memberName}, ${one.memberAuthenticated ? "authenticated" : "not authenticated"}`,
    one.nameAfter,
    `${decision.synchronized ? "yes" : "no"}, ${decision.reason}, ${decision.effect}`,
    `${member.enterpriseName}, ${words(member.authenticationOrigin ?? member.authenticationStatus)}`,
    agrees ? "yes" : "NO",
  ];
}

function isAsForetold(decision: Decision, { synchronized, reason, tableCase }: Case): boolean {
  return decision.synchronized === synchronized && decision.reason === reason && decision.tableCase === tableCase;
}

function isAsExpected(member: Member, { synchronized, memberAuthenticated, memberName, nameAfter }: Case): boolean {
  const origin = synchronized ? "SYNCHRONIZED" : memberAuthenticated ? "OWN" : null;
  return member.enterpriseName === (synchronized ? nameAfter : memberName) && member.authenticationOrigin === origin;
}

function authentication(accountId: string, enterpriseName: string, number: string) {
  return { accountId, enterpriseName, certificate: { country: "CN", type: "BUSINESS_LICENSE", number } };
}

function words(value: string): string {
  return value.toLowerCase().replace("_", " ");
}

function table(lines: readonly string[][]): string {
  const widths = HEADER.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map(
      (line) =>
        `${line
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join("  ")
          .trimEnd()}\n`,
    )
    .join("");
}

/** The one field of an operation's answer. */
async function ask<Answer>(url: string, query: string, input: object): Promise<Answer> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/graphql-response+json" },
    body: JSON.stringify({ query, variables: { input } }),
  });
  const { data, errors } = (await response.json()) as { data?: object; errors?: { message: string }[] };
  if (errors || !data) throw new Error(errors?.map(({ message }) => message).join(" "));
  return Object.values(data)[0] as Answer;
}

const REGISTER_MASTER = /* GraphQL */ `
  mutation ($input: RegisterMasterAccountInput!) {
    registerMasterAccount(input: $input) { ... on MasterAccountRegistered { account { id } } }
  }
`;

const REGISTER_MEMBER = /* GraphQL */ `
  mutation ($input: RegisterMemberAccountInput!) {
    registerMemberAccount(input: $input) { ... on MemberAccountRegistered { account { id } } }
  }
`;

const PREVIEW = /* GraphQL */ `
  query ($input: PreviewAuthenticationInput!) {
    previewAuthentication(input: $input) {
      ... on AuthenticationPreview {
        previewToken
        members(first: 1) { nodes { decision { synchronized reason effect tableCase } } }
      }
    }
  }
`;

const COMMIT = /* GraphQL */ `
  mutation ($input: CommitAuthenticationInput!) {
    commitAuthentication(input: $input) {
      ... on AuthenticationCommitted {
        account {
          members(first: 1) { nodes { enterpriseName authenticationStatus authenticationOrigin } }
        }
      }
      ... on Refusal { message }
    }
  }
`;

try {
  process.exitCode = (await demo(process.argv[2] ?? CASES_FILE)) ? 0 : 1;
} catch (error) {
  if (!(error instanceof StartupError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error.exitCode;
}
