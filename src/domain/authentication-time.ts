import { DomainError } from "./domain-error.js";

const RFC_3339 = /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

export class InvalidAuthenticationTime extends DomainError {
  readonly code = "INVALID_AUTHENTICATION_TIME";
}

/**
 * The moment of an authentication that took place before `now`, to the millisecond.
 * @throws InvalidAuthenticationTime for anything but date, time and offset as RFC 3339 writes them, and for the future
 */
export function authenticationTime(raw: string, now: Date): Date {
  const [, year, month, day] = RFC_3339.exec(raw) ?? [];
  if (!isDay(Number(year), Number(month), Number(day))) {
    throw new InvalidAuthenticationTime(
      "A time of authentication is written with its date and its offset, such as 2025-03-01T08:00:00Z.",
    );
  }
  const moment = new Date(raw);
  if (moment > now) throw new InvalidAuthenticationTime("A time of authentication must not lie in the future.");
  return moment;
}

/** The 30th of February is none, though JavaScript takes it for one in March. No day of two digits reaches the same month of another year. */
function isDay(year: number, month: number, day: number): boolean {
  return year > 0 && new Date(Date.UTC(year, month - 1, day)).getUTCMonth() === month - 1;
}
