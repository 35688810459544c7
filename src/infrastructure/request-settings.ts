import { isIP } from "node:net";
import { resolve } from "node:path";
import { z } from "zod";
import { StartupError } from "./startup-error.js";
import { wholeNumber } from "./whole-number.js";

/** What the service is told about the requests that it lets in. */
export interface RequestSettings {
  /** How many requests are worked on at once. */
  readonly requestsAtOnce: number;
  readonly queryLimits: typeof DEFAULT_QUERY_LIMITS;
  /** Requests in a minute; null for any number. */
  readonly rateLimits: { readonly perCaller: number | null; readonly perAddress: number | null };
  /** The proxies whose word on a client's address counts: how many there are, or their addresses; null for none. */
  readonly trustProxy: number | readonly string[] | null;
  /** The pages of other origins that may ask from a browser. */
  readonly corsOrigins: readonly string[];
  readonly trustedDocuments: TrustedDocumentsSettings;
}

export type TrustedDocumentsSettings =
  | { readonly mode: "off" }
  | { readonly mode: "accept" | "require"; readonly manifest: string };

/** How many requests are worked on at once for each connection to the database, where nothing else is set: some wait for others' ends. */
const REQUESTS_PER_CONNECTION = 2;

/** How much one document may ask for, where nothing else is set. */
export const DEFAULT_QUERY_LIMITS = {
  tokens: 5_000,
  depth: 20,
  rootFields: 20,
  aliases: 100,
  repeats: 20,
  directives: 50,
  cost: 200_000,
};

/** Per minute, where callers have tokens. Without, all of them are the same, at the same address. */
const DEFAULT_PER_CALLER = 6_000;
const DEFAULT_PER_ADDRESS = 12_000;

type QueryLimit = keyof typeof DEFAULT_QUERY_LIMITS;

/** More, and one document could keep the service from all others. */
const MOST: Readonly<Partial<Record<QueryLimit, number>>> = { tokens: 10_000, depth: 200 };

/** Each variable, what it must be, and what counts where it is not set. */
export const REQUEST_VARIABLES = {
  REQUESTS_AT_ONCE: wholeNumber({ from: 1, to: 100_000 }).nullable().default(null),
  QUERY_LIMITS: z.string().transform(limitsIn).prefault(""),
  RATE_LIMIT_PER_CALLER: requestsPerMinute(),
  RATE_LIMIT_PER_ADDRESS: requestsPerMinute(),
  TRUST_PROXY: z.string().transform(proxiesIn).prefault("off"),
  CORS_ORIGINS: z.string().transform(originsIn).prefault(""),
  TRUSTED_DOCUMENTS: z
    .enum(["off", "accept", "require"], {
      error: ({ input }) => `must be off, accept or require, not ${JSON.stringify(input)}`,
    })
    .default("off"),
  TRUSTED_DOCUMENTS_MANIFEST: z.string().nullable().default(null),
};

const Variables = z.object(REQUEST_VARIABLES);

/** What the defaults hang on. */
interface RequestWorld {
  /** Whether callers are told apart. */
  readonly hasCallers: boolean;
  /** How many connections to the database there are. */
  readonly connections: number;
}

export function requestSettingsOf(
  given: z.output<typeof Variables>,
  { hasCallers, connections }: RequestWorld,
): RequestSettings {
  const perMinute = (limit: number | "off" | null, usual: number) => {
    if (limit === "off" || (limit === null && !hasCallers)) return null;
    return limit ?? usual;
  };
  return {
    requestsAtOnce: given.REQUESTS_AT_ONCE ?? connections * REQUESTS_PER_CONNECTION,
    queryLimits: given.QUERY_LIMITS,
    rateLimits: {
      perCaller: perMinute(given.RATE_LIMIT_PER_CALLER, DEFAULT_PER_CALLER),
      perAddress: perMinute(given.RATE_LIMIT_PER_ADDRESS, DEFAULT_PER_ADDRESS),
    },
    trustProxy: given.TRUST_PROXY,
    corsOrigins: given.CORS_ORIGINS,
    trustedDocuments: trustedDocumentsOf(given),
  };
}

function trustedDocumentsOf({
  TRUSTED_DOCUMENTS: mode,
  TRUSTED_DOCUMENTS_MANIFEST: manifest,
}: z.output<typeof Variables>): TrustedDocumentsSettings {
  if (mode === "off") return { mode };
  if (manifest === null) {
    throw new StartupError(`Invalid settings: TRUSTED_DOCUMENTS=${mode} needs a TRUSTED_DOCUMENTS_MANIFEST.`, 78);
  }
  return { mode, manifest: resolve(manifest) };
}

function limitsIn(text: string, context: z.RefinementCtx): typeof DEFAULT_QUERY_LIMITS {
  const limits = { ...DEFAULT_QUERY_LIMITS };
  for (const pair of listIn(text)) {
    const [, name = "", value] = /^([A-Za-z]+)=([1-9]\d{0,8})$/.exec(pair) ?? [];
    if (!isQueryLimit(name))
      return problem(context, pair, `pairs such as depth=20 of ${Object.keys(limits).join(", ")}`);
    limits[name] = Number(value);
    const most = MOST[name] ?? Number.POSITIVE_INFINITY;
    if (limits[name] > most) return problem(context, pair, `at most ${name}=${most}`);
  }
  return limits;
}

function isQueryLimit(name: string): name is QueryLimit {
  return Object.hasOwn(DEFAULT_QUERY_LIMITS, name);
}

function requestsPerMinute() {
  return z
    .string()
    .regex(/^(off|[1-9]\d{0,8})$/, {
      error: ({ input }) => `must be off or a number of requests in a minute, not ${JSON.stringify(input)}`,
    })
    .transform((text) => (text === "off" ? "off" : Number(text)))
    .nullable()
    .default(null);
}

function proxiesIn(text: string, context: z.RefinementCtx): RequestSettings["trustProxy"] {
  if (text === "off") return null;
  if (/^[1-9]$/.test(text)) return Number(text);
  const addresses = listIn(text);
  const wrong = addresses.find((address) => !isAddressRange(address));
  return wrong === undefined
    ? addresses
    : problem(context, wrong, "off, how many proxies there are, or their addresses");
}

/** An address, or a range of them as CIDR has it. */
function isAddressRange(text: string): boolean {
  const [address = "", bits] = text.split("/");
  const version = isIP(address);
  return (
    version !== 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128)))
  );
}

/** Each written as a browser does: any other way, and nothing would ever match it. */
function originsIn(text: string, context: z.RefinementCtx): readonly string[] {
  const origins = listIn(text);
  const wrong = origins.find((origin) => !isOrigin(origin));
  return wrong === undefined
    ? origins
    : problem(context, wrong, "origins such as https://app.example.com, none of them *");
}

function isOrigin(text: string): boolean {
  return /^https?:[^*]+$/.test(text) && URL.canParse(text) && new URL(text).origin === text;
}

function listIn(text: string): readonly string[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function problem(context: z.RefinementCtx, input: string, what: string): never {
  context.addIssue({ code: "custom", message: `must be ${what}, not ${JSON.stringify(input)}` });
  return z.NEVER;
}
