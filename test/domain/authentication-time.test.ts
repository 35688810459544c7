import { describe, expect, test } from "@jest/globals";
import { authenticationTime, InvalidAuthenticationTime } from "../../src/domain/authentication-time.js";
import { DomainError } from "../../src/domain/domain-error.js";

const NOW = new Date("2025-06-01T00:00:00.000Z");

const good: readonly [what: string, raw: string, moment: string][] = [
  ["UTC", "2025-03-01T08:00:00Z", "2025-03-01T08:00:00.000Z"],
  ["an offset to the east", "2025-03-01T08:00:00+08:00", "2025-03-01T00:00:00.000Z"],
  ["an offset to the west", "2025-03-01T08:00:00-05:30", "2025-03-01T13:30:00.000Z"],
  ["the largest offset", "2025-03-01T08:00:00+23:59", "2025-02-28T08:01:00.000Z"],
  ["an offset of 19 hours", "2025-03-01T08:00:00-19:00", "2025-03-02T03:00:00.000Z"],
  ["the first second of a day", "2025-03-01T00:00:00Z", "2025-03-01T00:00:00.000Z"],
  ["the last second of a day", "2025-03-01T23:59:59Z", "2025-03-01T23:59:59.000Z"],
  ["19 hours", "2025-03-01T19:00:00Z", "2025-03-01T19:00:00.000Z"],
  ["a tenth of a second", "2025-03-01T08:00:00.5Z", "2025-03-01T08:00:00.500Z"],
  ["microseconds, of which the milliseconds stay", "2025-03-01T08:00:00.123999Z", "2025-03-01T08:00:00.123Z"],
  ["the 29th of February in a leap year", "2024-02-29T08:00:00Z", "2024-02-29T08:00:00.000Z"],
  ["the first day of a year", "2025-01-01T08:00:00Z", "2025-01-01T08:00:00.000Z"],
  ["the last day of a year", "2024-12-31T08:00:00Z", "2024-12-31T08:00:00.000Z"],
  ["the first year", "0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000Z"],
  ["this very moment", "2025-06-01T00:00:00Z", "2025-06-01T00:00:00.000Z"],
];

const unwritten = "A time of authentication is written with its date and its offset, such as 2025-03-01T08:00:00Z.";
const future = "A time of authentication must not lie in the future.";

const refused: readonly [what: string, raw: string, message: string][] = [
  ["nothing", "", unwritten],
  ["a date", "2025-03-01", unwritten],
  ["no offset", "2025-03-01T08:00:00", unwritten],
  ["no seconds", "2025-03-01T08:00Z", unwritten],
  ["a space for the T", "2025-03-01 08:00:00Z", unwritten],
  ["a small z", "2025-03-01T08:00:00z", unwritten],
  ["something before it", "12025-03-01T08:00:00Z", unwritten],
  ["something behind it", "2025-03-01T08:00:00Z ", unwritten],
  ["a fraction without digits", "2025-03-01T08:00:00.Z", unwritten],
  ["an offset without minutes", "2025-03-01T08:00:00+08", unwritten],
  ["an offset without a colon", "2025-03-01T08:00:00+0800", unwritten],
  ["24 hours", "2025-03-01T24:00:00Z", unwritten],
  ["60 minutes", "2025-03-01T08:60:00Z", unwritten],
  ["60 seconds", "2025-03-01T08:00:60Z", unwritten],
  ["an offset of 24 hours", "2025-03-01T08:00:00+24:00", unwritten],
  ["an offset of 60 minutes", "2025-03-01T08:00:00+08:60", unwritten],
  ["the 29th of February in another year", "2025-02-29T08:00:00Z", unwritten],
  ["the 30th of February", "2024-02-30T08:00:00Z", unwritten],
  ["the 31st of April", "2025-04-31T08:00:00Z", unwritten],
  ["a day zero", "2025-03-00T08:00:00Z", unwritten],
  ["a month zero", "2025-00-01T08:00:00Z", unwritten],
  ["a 13th month", "2024-13-01T08:00:00Z", unwritten],
  ["a year zero", "0000-01-01T00:00:00Z", unwritten],
  ["the next millisecond", "2025-06-01T00:00:00.001Z", future],
  ["the next year", "2026-03-01T08:00:00Z", future],
];

describe("a time of authentication", () => {
  test.each(good)("takes %s: %s is %s", (_what, raw, moment) => {
    expect(authenticationTime(raw, NOW).toISOString()).toBe(moment);
  });

  test.each(refused)("refuses %s", (_what, raw, message) => {
    const time = () => authenticationTime(raw, NOW);

    expect(time).toThrow(DomainError);
    expect(time).toThrow(new InvalidAuthenticationTime(message));
    expect(time).toThrow(expect.objectContaining({ code: "INVALID_AUTHENTICATION_TIME" }));
  });
});
