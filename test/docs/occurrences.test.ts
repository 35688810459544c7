import { describe, expect, test } from "@jest/globals";
import { buildSchema } from "graphql";
import { typesIn } from "../../docs/api/occurrences.js";
import type { Recording } from "../../docs/api/recording.js";

const schema = buildSchema(`
  type Query { found(by: By, all: [By!]): Found list: [Thing!]! }
  interface Thing { id: ID! }
  union Found = Book | Shelf
  type Book implements Thing { id: ID! cover: Cover }
  type Shelf implements Thing { id: ID! }
  enum Cover { SOFT HARD }
  input By { title: Title cover: Cover }
  scalar Title
`);

function example(document: string, data: Recording["answer"]["data"], variables = {}): Recording {
  return { title: "An example", request: { document, variables }, status: 200, answer: { data: data ?? null } };
}

describe("an example shows", () => {
  test.each<[what: string, Recording, types: string[]]>([
    [
      "the type of a result and of its fields",
      example("{ found { __typename ... on Book { cover } } }", { found: { __typename: "Book", cover: "SOFT" } }),
      ["Book", "Cover", "Found", "Query", "Thing"],
    ],
    [
      "no type that the answer does not have",
      example("{ found { __typename ... on Book { cover } } }", { found: { __typename: "Shelf" } }),
      ["Found", "Query", "Shelf", "Thing"],
    ],
    ["nothing where nothing was found", example("{ found { __typename } }", { found: null }), ["Query"]],
    [
      "what stands under another name",
      example("{ other: list { __typename id } }", { other: [{ __typename: "Shelf", id: "1" }] }),
      ["ID", "Query", "Shelf", "Thing"],
    ],
    [
      "the types of what it was asked with",
      example(
        'query ($by: By) { found(by: $by, all: [{ title: "a" }]) { __typename } }',
        { found: null },
        { by: { cover: "HARD" } },
      ),
      ["By", "Cover", "Query", "Title"],
    ],
  ])("%s", (_what, recording, types) => {
    expect([...typesIn(schema, recording)].sort()).toEqual(types);
  });

  test("no types where it is an error's", () => {
    expect(typesIn(schema, example("{ found { __typename } }", null))).toEqual(new Set());
  });

  test("which of several types it was answered with, or is a fault", () => {
    const recording = example("{ list { id } }", { list: [{ id: "1" }] });

    expect(() => typesIn(schema, recording)).toThrow('"An example" does not say which Thing it was answered with.');
  });
});
