/**
 * A place in the order of identities, which the indexes of the accounts are in: by group, by name, by the revision that
 * gave the account its name, by id. No account lies at an id of zeros.
 */
export type Place = readonly [groupId: string, nameKey: string, revision: number, id: string];

const FIRST_ID = "00000000-0000-0000-0000-000000000000";

/** Beyond every revision. */
export const NEVER = Number.MAX_SAFE_INTEGER;

/** The end of all places before this group, this name in it, or this revision of the name. */
export function before(groupId: string, nameKey = "", revision = 0): Place {
  return [groupId, nameKey, revision, FIRST_ID];
}

/** The beginning of all places after this group. */
export function behind(groupId: string): Place {
  return before(shifted(groupId, 1n));
}

/** The next place, or the one before: no account lies between. */
export function neighbour([groupId, nameKey, revision, id]: Place, distance: 1n | -1n): Place {
  return [groupId, nameKey, revision, shifted(id, distance)];
}

/** As the database orders them: names by their bytes. */
export function comparePlaces(one: Place, other: Place): number {
  return (
    compare(one[0], other[0]) ||
    Buffer.compare(Buffer.from(one[1]), Buffer.from(other[1])) ||
    one[2] - other[2] ||
    compare(one[3], other[3])
  );
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

const IDS = 1n << 128n;

/** The UUID so many numbers away; the first and the last have no neighbour on one side. */
export function shifted(id: string, distance: bigint): string {
  const number = BigInt(`0x${id.replaceAll("-", "")}`) + distance;
  if (number < 0n || number >= IDS) return id;
  return number
    .toString(16)
    .padStart(32, "0")
    .replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
}
