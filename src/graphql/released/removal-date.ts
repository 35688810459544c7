/** `Removed after 2027-06-30: use \`reference\`.` */
const NOTICE = /^Removed after (\d{4}-\d{2}-\d{2}): \S.*\.$/;

/** How every deprecation is to be worded, for whoever reads that one is not. */
export const NOTICE_FORM = '"Removed after 2027-06-30: use `x`."';

/** The last day, as 2027-06-30, on which something deprecated for this reason is still served; null where the reason has none. */
export function removalDate(reason: string): string | null {
  const [, day] = NOTICE.exec(reason) ?? [];
  return day !== undefined && isDay(day) ? day : null;
}

/** The 30th of February is none, though JavaScript takes it for one in March. */
function isDay(text: string): boolean {
  const date = new Date(text);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
