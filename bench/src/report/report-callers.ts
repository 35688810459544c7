import { LARGE_GROUP } from "../callers/caller-site.js";
import { HELD, OF_GROUPS, OPEN, OPERATOR, OPERATOR_RSA } from "../callers/caller-variants.js";
import type { CallersMeasured } from "../callers/callers.js";
import { median } from "../harness/rounds.js";
import { CONNECTIONS } from "../reads/read-contender.js";
import type { Part } from "../results.js";
import { duration, table, times, whole } from "./markdown.js";

const OTHERS = [OPERATOR, OPERATOR_RSA, OF_GROUPS, HELD];

/** Something that was measured round by round of one kind of caller. */
interface Measured {
  readonly server: string;
  readonly rounds: readonly number[];
}

/** Reads and commits of each kind of caller, beside those of the service that does not ask who is calling. */
export function callerSection({ measured: { reads, commits } }: Part<CallersMeasured>): string {
  const names = [...new Set(reads.map(({ read }) => read))];
  const byName = names.map((name) => ({ name, loads: reads.filter(({ read }) => read === name) }));
  const rows = byName.map(({ name, loads }) => {
    const open = loads.find(({ server }) => server === OPEN);
    return [name, `${whole(open?.requestsPerSecond)} / s`, ...OTHERS.map((one) => times(quotient(loads, one, OPEN)))];
  });
  const open = commits.find(({ server }) => server === OPEN);
  const commit = ["commit", duration(open?.ms), ...OTHERS.map((one) => times(quotient(commits, one, OPEN)))];
  const range = (one: string, other: string) => {
    const shares = byName.map(({ name, loads }) => ({ name, share: quotient(loads, one, other) }));
    const sorted = shares.toSorted((less, more) => less.share - more.share);
    return [sorted.at(0), sorted.at(-1)].map((end) => `${times(end?.share)} (${end?.name})`).join(" to ");
  };
  return `## Callers

One database has a hundred groups of a hundred members and one of ${whole(LARGE_GROUP)}. The service on it is asked by several callers: by anybody
(*${OPEN}*), with an operator's token for every group, with a token for five groups, and with that token where the service's
database role owns nothing, so that *row level security* holds it to those groups. Reads are loaded over ${CONNECTIONS} connections, as
[above](#reads-under-load); both lists are of the accounts that there are for the caller. Commits are of one group of a hundred, one after the
other, and each is taken back. Callers get the same answers, but for the list of all accounts: the run stops otherwise.

Requests per second of the open service, the time of its commit, and how many times that the others have, the median of what it is in
each round:

${table(["", OPEN, ...OTHERS], [...rows, commit])}

A token makes nothing cheaper: where reads with an operator's are above 1, or commits below, that is how far the machine differs from itself
within a round, and nothing smaller than that can be told from these figures.

**Verifying the token** leaves an operator ${range(OPERATOR, OPEN)} of the open service's requests per second with
ES256 and ${range(OPERATOR_RSA, OPEN)} with RS256; a commit takes ${times(quotient(commits, OPERATOR, OPEN))} and ${times(quotient(commits, OPERATOR_RSA, OPEN))} times as long. **Row level security** leaves a caller
with five groups ${range(HELD, OF_GROUPS)} of the requests per second that the same token has without it, since a
policy is looked at with every row, and each statement becomes a transaction that names the groups; a commit takes ${times(quotient(commits, HELD, OF_GROUPS))} times as long.`;
}

/** How many times what another has one of them has, in the round in the middle: what befalls a whole round befalls both. */
function quotient(measured: readonly Measured[], one: string, other: string): number {
  const roundsOf = (name: string) => measured.find(({ server }) => server === name)?.rounds ?? [];
  const others = roundsOf(other);
  return median(roundsOf(one).map((value, round) => value / (others[round] ?? Number.NaN)));
}
