import { describe, expect, test } from "@jest/globals";
import { readableJson } from "../../docs/api/reference/readable-json.js";

const LONG = "a text of sixty characters, which leaves no place for another";

describe("JSON for a person", () => {
  test.each<[what: string, value: unknown, text: string]>([
    ["a value by itself", "text", '"text"'],
    ["what is not there", null, "null"],
    ["an empty object", {}, "{}"],
    ["an empty list", [], "[]"],
    ["what fits on a line", { a: 1, b: [true, null] }, '{ "a": 1, "b": [true, null] }'],
    [
      "what does not fit",
      { first: LONG, second: { third: LONG } },
      `{\n  "first": "${LONG}",\n  "second": { "third": "${LONG}" }\n}`,
    ],
    ["four elements", [1, 2, 3, 4], "[1, 2, 3, 4]"],
    ["more elements than four", { a: [1, 2, 3, 4, 5] }, '{\n  "a": [\n    1,\n    2\n    // and 3 more\n  ]\n}'],
    ["a token", "0123456789".repeat(5), '"01234567…23456789"'],
    ["an id", "019cac1e-6a80-7000-8000-000000000001", '"019cac1e-6a80-7000-8000-000000000001"'],
  ])("writes %s", (_what, value, text) => {
    expect(readableJson(value)).toBe(text);
  });

  test("has no line longer than 100 characters where one can be broken", () => {
    const value = { key: { text: "x ".repeat(30), other: "y".repeat(19) } };

    const lines = readableJson(value).split("\n");

    expect(lines.map(({ length }) => length).filter((length) => length > 100)).toEqual([]);
    expect(lines.length).toBeGreaterThan(1);
  });
});
