import type {
  AuthenticationStatus,
  CertificateInput,
  CertificateType,
  SyncEffect,
  SyncReason,
} from "./graphql/graphql.js";

const LOCALE = "en";
const numbers = new Intl.NumberFormat(LOCALE);
const shares = new Intl.NumberFormat(LOCALE, { style: "percent", maximumFractionDigits: 1 });
const times = new Intl.DateTimeFormat(LOCALE, { dateStyle: "medium", timeStyle: "medium" });
const plurals = new Intl.PluralRules(LOCALE);

/** `1 member`, `1,200 members`: the count as the language writes it, with the form of the noun that it takes. */
function counted(count: number, one: string, other: string): string {
  return `${numbers.format(count)} ${plurals.select(count) === "one" ? one : other}`;
}

const members = (count: number) => counted(count, "member", "members");

/** A name inside a sentence: isolated, so that one written from right to left does not turn the sentence around. */
const quoted = (name: string) => `“\u2068${name}\u2069”`;

const reasons: Record<SyncReason, string> = {
  SAME_NAME_BEFORE: "Same as the name before",
  SAME_NAME_AFTER: "Same as the name after",
  DIFFERENT_NAME: "Another name",
};

const effects: Record<SyncEffect, string> = {
  GRANT: "Authenticated",
  REPLACE: "Identity replaced",
  CONFIRM: "Confirmed",
  NONE: "Left as it is",
};

const statuses: Record<AuthenticationStatus, string> = {
  AUTHENTICATED: "Authenticated",
  NOT_AUTHENTICATED: "Not authenticated",
};

const certificateTypes: Record<CertificateType, string> = {
  BUSINESS_LICENSE: "Business licence",
  PUBLIC_INSTITUTION_LEGAL_PERSON: "Public institution legal person",
  SOCIAL_ORGANIZATION_LEGAL_PERSON: "Social organization legal person",
  LAW_ENFORCEMENT_QUALIFICATION: "Law enforcement qualification",
  ORGANIZATION_CODE: "Organization code",
  OTHER: "Other",
};

/** Everything that the page says, in the one language that it speaks so far. */
export const texts = {
  number: (value: number) => numbers.format(value),
  share: (part: number, whole: number) =>
    part > 0 && part / whole < 0.001 ? `< ${shares.format(0.001)}` : shares.format(whole === 0 ? 0 : part / whole),
  time: (instant: string) => times.format(new Date(instant)),
  reasons,
  effects,
  statuses,
  certificateTypes,

  page: {
    product: "Namesake",
    skip: "Skip to the content",
    graphiql: "GraphiQL",
    pages: "Pages of the service",
    loading: "Loading…",
    retry: "Try again",
    becomes: "becomes",
  },

  token: {
    summary: "Access token",
    label: "Access token",
    hint: "Sent with every request. It is kept until this page is closed, and nowhere else.",
    use: "Use it",
    inUse: "in use",
  },

  problems: {
    unreachable: "The service cannot be reached. Nothing is lost; try again in a moment.",
    unauthorized: "The service wants to know who asks. Give an access token at the top of the page.",
    forbidden: "The access token is valid, but not for this.",
    fault: (errorId: string | undefined) =>
      `Something went wrong on the service's side.${errorId === undefined ? "" : ` Its log says more under ${errorId}.`}`,
    stale: "The group has changed since this preview was made.",
  },

  choose: {
    title: "Preview an authentication",
    lead: "Choose a master account to see which of its members would receive its first authentication, and why. Nothing is changed until you commit.",
    search: "Find a master account",
    by: "By",
    ways: { name: "Name", reference: "Reference", id: "Id" },
    text: "Name, reference or id",
    hints: {
      name: "The whole name. Width, case and spaces do not matter.",
      reference: "Your own identifier of the account, exactly as it was registered.",
      id: "The id of a master, or of a member that is authenticated by itself.",
    },
    find: "Find",
    empty: "Type what to look for.",
    recent: "Recent masters that are not authenticated",
    found: (name: string) => `Masters found for ${quoted(name)}`,
    nothingFound: "No master account fits. A name must be the whole name; a reference must be exact.",
    back: "Show recent masters",
    registered: (time: string) => `Registered ${time}`,
    listed: (count: number) => `${counted(count, "account", "accounts")} on this page`,
  },

  sample: {
    noAccounts: "There are no accounts yet.",
    allAuthenticated: "Every master account is authenticated.",
    offer: "A sample group is one master with 40 members, in which every reason and every effect occurs.",
    register: "Register a sample group",
    registering: "Registering…",
    refused: (message: string) => `The sample group could not be registered: ${message}`,
    title: "This is the sample group",
    hint: "One member has a certificate that the master may bear too: with it, that member is confirmed, and not replaced.",
    fill: "Fill in that certificate",
  },

  pager: {
    label: (list: string) => `Pages of: ${list}`,
    first: "First",
    previous: "Previous",
    next: "Next",
  },

  account: {
    other: "Choose another account",
    notFound: "There is no account with this id.",
    notFoundMore: "It may have been copied in part. Ids are compared as they are.",
    roles: { MASTER: "Master account", MEMBER: "Member account" },
    reference: "Reference",
    id: "Id",
    master: "Member of",
    isMember:
      "This is a member account. It can be authenticated by itself, which reaches nobody else: it has no members.",
  },

  form: {
    title: "Authenticate as",
    name: "Enterprise name",
    nameNow: "Its name now:",
    keepName: "Keep its name",
    certificate: "Certificate",
    certificateHint: "Needed to commit. Without it, the preview takes it to be another than any member's.",
    country: "Country",
    type: "Kind",
    number: "Number",
    numberNeeded: "The certificate's number is needed to commit.",
  },

  preview: {
    title: "Preview",
    waiting: "Type the name that the account is to be authenticated under. The preview follows as you type.",
    failed: "What was typed cannot be previewed; the field says why.",
    failedSince: "What was typed cannot be previewed; the field says why. This is the preview from before.",
    updating: "Updating…",
    headline: (synchronized: number, all: number) =>
      `${numbers.format(synchronized)} of ${members(all)} would be synchronized`,
    of: (all: number) => `of ${members(all)} would be synchronized`,
    nobody: "This account has no members, so nothing would be synchronized.",
    picture: "Members by reason and status",
    columns: { what: "Name, status, and what would happen", count: "Members", share: "Share" },
    happens: {
      grant: "becomes authenticated",
      overwrite: "own identity is replaced or confirmed",
      replace: "own identity is replaced",
      none: "left as it is",
    },
    overwritten: (count: number) => `${members(count)} would have a verified identity overwritten`,
    overwrittenMore:
      "They were authenticated by themselves. The master's name and certificate would take the place of their own.",
    overwrittenOrConfirmed: (count: number) => `${members(count)} would have a verified identity replaced or confirmed`,
    overwrittenOrConfirmedMore:
      "They were authenticated by themselves. Where name and certificate are the same already they are confirmed; elsewhere the master's take the place of their own.",
    already: "This account has been authenticated in the meantime.",
    showAccount: "Show the account",
    staleMore: "What is shown no longer holds.",
    again: "Preview again",
  },

  decisions: {
    title: "Members",
    filter: "Show",
    synchronized: { all: "All", yes: "Synchronized", no: "Not synchronized" },
    reason: "Reason",
    anyReason: "Any reason",
    none: "No member fits these filters.",
    before: { AUTHENTICATED: "Authenticated before", NOT_AUTHENTICATED: "Not authenticated before" },
  },

  commit: {
    title: "Commit",
    lead: "Puts this preview in force: exactly what it shows, or nothing if the group has changed since.",
    open: "Commit…",
    question: "Commit this authentication?",
    facts: { account: "Account", nameAfter: "Authenticated as", certificate: "Certificate", members: "Synchronized" },
    certificate: ({ type, country, number }: CertificateInput) => `${certificateTypes[type]}, ${country}, ${number}`,
    members: (synchronized: number, all: number) => `${numbers.format(synchronized)} of ${members(all)}`,
    final: "An authentication cannot be taken back.",
    overwrite: (count: number) => `Overwrite or confirm the verified identity of ${members(count)}`,
    cancel: "Cancel",
    close: "Close",
    commit: (count: number) => (count === 0 ? "Authenticate" : `Authenticate, and synchronize ${members(count)}`),
    sending: "Committing…",
    unknown: "It is not known whether this was committed.",
    unknownMore:
      "The service did not answer. Try again: the same request is not carried out twice, and its answer says what was done.",
    stale: "Nothing was committed: the group has changed since this preview was made.",
    staleNow: (synchronized: number, all: number) =>
      `As things are now, ${numbers.format(synchronized)} of ${members(all)} would be synchronized.`,
    notFound: "Nothing was committed: there is no such account.",
    already: "Nothing was committed: the account has been authenticated in the meantime.",
    keyReused: "Nothing was committed: this attempt's idempotency key was used for something else. Preview again.",
    refused: (message: string) => `Nothing was committed: ${message}`,
  },

  authenticated: {
    done: "Committed",
    replayed: "Committed, by the attempt whose answer did not arrive",
    carried: (count: number) => `${members(count)} synchronized`,
    carriedNone: "No member was synchronized: there were none to decide on.",
    title: "Authentication in force",
    already: "This account is authenticated already, so there is no first authentication to preview.",
    facts: {
      name: "Authenticated as",
      certificate: "Certificate",
      time: "In force since",
      nameBefore: "Name before",
      members: "Synchronized",
    },
    certificate: (type: CertificateType, country: string) => `${certificateTypes[type]}, ${country}`,
    count: members,
    members: "Members",
    noMembers: "It has no members.",
    origins: { OWN: "Its own", SYNCHRONIZED: "From the master" },
    another: "Preview another account",
  },
} as const;
