import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { buildSchema } from "graphql";
import { type Comparison, compareWithReleased } from "../../../src/graphql/released/compare-with-released.js";

const TODAY = "2027-06-30";

/** A part that is on its way out, with the last day of its stay. */
const until = (day: string) => `@deprecated(reason: "Removed after ${day}: use \`new\`.")`;

const PAST = until("2027-06-29");
const LAST_DAY = until("2027-06-30");

const PROMISED = "was removed, but was promised until 2027-06-30.";
const UNDATED = 'is deprecated without saying until when it stays: write "Removed after 2027-06-30: use `x`.".';

interface Compared {
  readonly title: string;
  readonly released: string;
  readonly current: string;
  readonly faults?: readonly string[];
  readonly notices?: readonly string[];
}

function expectComparison({ released, current, faults = [], notices = [] }: Compared): void {
  const compared = compareWithReleased(buildSchema(released), buildSchema(current), TODAY);

  expect(compared).toEqual({ faults, notices } satisfies Comparison);
}

describe("an addition to the released schema passes:", () => {
  test.each<Compared>([
    { title: "nothing at all", released: "type Query { a: Int }", current: "type Query { a: Int }" },
    { title: "a field", released: "type Query { a: Int }", current: "type Query { a: Int b: Int }" },
    {
      title: "a type",
      released: "type Query { a: Int }",
      current: "type Query { a: Int b: B } type B { id: ID! }",
    },
    {
      title: "an answer that is no longer null",
      released: "type Query { a: Int }",
      current: "type Query { a: Int! }",
    },
    {
      title: "an argument that may now be left out",
      released: "type Query { a(b: Int!): Int }",
      current: "type Query { a(b: Int): Int }",
    },
    {
      title: "a description",
      released: "type Query { a: Int }",
      current: 'type Query { "The answer." a: Int }',
    },
    {
      title: "an argument that may be left out, with a notice",
      released: "type Query { a: Int }",
      current: "type Query { a(b: Int): Int }",
      notices: ["An optional arg b on Query.a was added."],
    },
    {
      title: "a field of an input that may be left out, with a notice",
      released: "type Query { a(b: B): Int } input B { c: Int }",
      current: "type Query { a(b: B): Int } input B { c: Int d: Int }",
      notices: ["An optional field d on input type B was added."],
    },
    {
      title: "an enum's value, with a notice",
      released: "type Query { a: A } enum A { B }",
      current: "type Query { a: A } enum A { B C }",
      notices: ["C was added to enum type A."],
    },
    {
      title: "a union's member, with a notice",
      released: "type Query { a: A } union A = B type B { id: ID! }",
      current: "type Query { a: A } union A = B | C type B { id: ID! } type C { id: ID! }",
      notices: ["C was added to union type A."],
    },
  ])("$title", (compared) => expectComparison(compared));
});

describe("a change that would break a client is a fault:", () => {
  test.each<Compared>([
    {
      title: "a field that was not deprecated is removed",
      released: "type Query { a: Int b: Int }",
      current: "type Query { a: Int }",
      faults: ["Query.b was removed."],
    },
    {
      title: "a field has another type",
      released: "type Query { a: Int b: Int }",
      current: "type Query { a: String b: Int }",
      faults: ["Query.a changed type from Int to String."],
    },
    {
      title: "a field may now be null",
      released: "type Query { a: Int! }",
      current: "type Query { a: Int }",
      faults: ["Query.a changed type from Int! to Int."],
    },
    {
      title: "an argument can no longer be left out",
      released: "type Query { a(b: Int): Int }",
      current: "type Query { a(b: Int!): Int }",
      faults: ["Query.a arg b has changed type from Int to Int!."],
    },
    {
      title: "an argument that cannot be left out is added",
      released: "type Query { a: Int }",
      current: "type Query { a(b: Int!): Int }",
      faults: ["A required arg b on Query.a was added."],
    },
    {
      title: "an input's field that cannot be left out is added",
      released: "type Query { a(b: B): Int } input B { c: Int }",
      current: "type Query { a(b: B): Int } input B { c: Int d: Int! }",
      faults: ["A required field d on input type B was added."],
    },
    {
      title: "an enum's value is removed",
      released: "type Query { a: A } enum A { B C }",
      current: "type Query { a: A } enum A { B }",
      faults: ["C was removed from enum type A."],
    },
    {
      title: "a union's member is removed",
      released: "type Query { a: A b: C } union A = B | C type B { id: ID! } type C { id: ID! }",
      current: "type Query { a: A b: C } union A = B type B { id: ID! } type C { id: ID! }",
      faults: ["C was removed from union type A."],
    },
    {
      title: "a type no longer implements its interface",
      released: "type Query { a: A } interface N { id: ID! } type A implements N { id: ID! }",
      current: "type Query { a: A } interface N { id: ID! } type A { id: ID! }",
      faults: ["A no longer implements interface N."],
    },
    {
      title: "a type is of another kind",
      released: "type Query { a: A } scalar A",
      current: "type Query { a: A } enum A { B }",
      faults: ["A changed from a Scalar type to an Enum type."],
    },
  ])("$title", (compared) => expectComparison(compared));
});

describe("what clients were told will go", () => {
  test.each<Compared>([
    {
      title: "a field",
      released: `type Query { a: Int b: Int ${PAST} }`,
      current: "type Query { a: Int }",
    },
    {
      title: "an argument",
      released: `type Query { a(b: Int ${PAST}): Int }`,
      current: "type Query { a: Int }",
    },
    {
      title: "an input's field",
      released: `type Query { a(b: B): Int } input B { c: Int d: Int ${PAST} }`,
      current: "type Query { a(b: B): Int } input B { c: Int }",
    },
    {
      title: "an enum's value",
      released: `type Query { a: A } enum A { B C ${PAST} }`,
      current: "type Query { a: A } enum A { B }",
    },
    {
      title: "a field, with the types that only it led to",
      released: `type Query { a: Int b(c: C): B ${PAST} } type B { d: D } enum D { E } input C { e: Int }`,
      current: "type Query { a: Int }",
    },
  ])("may go after its day: $title", (compared) => expectComparison(compared));

  test.each<Compared>([
    {
      title: "a field",
      released: `type Query { a: Int b: Int ${LAST_DAY} }`,
      current: "type Query { a: Int }",
      faults: [`Query.b ${PROMISED}`],
    },
    {
      title: "an argument",
      released: `type Query { a(b: Int ${LAST_DAY}): Int }`,
      current: "type Query { a: Int }",
      faults: [`Query.a(b:) ${PROMISED}`],
    },
    {
      title: "an input's field",
      released: `type Query { a(b: B): Int } input B { c: Int d: Int ${LAST_DAY} }`,
      current: "type Query { a(b: B): Int } input B { c: Int }",
      faults: [`B.d ${PROMISED}`],
    },
    {
      title: "an enum's value",
      released: `type Query { a: A } enum A { B C ${LAST_DAY} }`,
      current: "type Query { a: A } enum A { B }",
      faults: [`A.C ${PROMISED}`],
    },
  ])("may not go on its last day: $title", (compared) => expectComparison(compared));

  test.each<Compared>([
    {
      title: "another type while it is there, even after its day",
      released: `type Query { a: Int b: Int ${PAST} }`,
      current: `type Query { a: Int b: String ${PAST} }`,
      faults: ["Query.b changed type from Int to String."],
    },
    {
      title: "an earlier day",
      released: `type Query { a: Int b: Int ${until("2028-01-01")} }`,
      current: `type Query { a: Int b: Int ${until("2027-12-31")} }`,
      faults: ["Query.b is to be removed after 2027-12-31, but was promised until 2028-01-01."],
    },
    {
      title: "a type with it that something else leads to",
      released: `type Query { a: C b: B ${PAST} } union C = B | D type B { id: ID! } type D { id: ID! }`,
      current: "type Query { a: C } union C = D type D { id: ID! }",
      faults: ["B was removed.", "B was removed from union type C."],
    },
    {
      title: "a type with it that any client may name by its interface",
      released: `type Query { a: N b: B ${PAST} } interface N { id: ID! } type B implements N { id: ID! }`,
      current: "type Query { a: N } interface N { id: ID! }",
      faults: ["B was removed."],
    },
    {
      title: "only because the schema that removes it says so",
      released: "type Query { a: Int b: Int }",
      current: `type Query { a: Int c: Int ${PAST} }`,
      faults: ["Query.b was removed."],
    },
  ])("may not have or take $title", (compared) => expectComparison(compared));

  test.each<Compared>([
    {
      title: "a later day",
      released: `type Query { a: Int b: Int ${LAST_DAY} }`,
      current: `type Query { a: Int b: Int ${until("2028-01-01")} }`,
    },
    {
      title: "no day any more",
      released: `type Query { a: Int b: Int ${LAST_DAY} }`,
      current: "type Query { a: Int b: Int }",
    },
    {
      title: "a longer stay than it was promised",
      released: `type Query { a: Int b: Int ${PAST} }`,
      current: `type Query { a: Int b: Int ${PAST} }`,
    },
  ])("may have $title", (compared) => expectComparison(compared));
});

describe("a deprecation says until when its part stays: it is a fault", () => {
  const released = "type Query { a: Int b: Int }";

  test.each([
    ["without a reason", "@deprecated"],
    ["with a reason alone", '@deprecated(reason: "Use `a`.")'],
    ["without what to use", '@deprecated(reason: "Removed after 2027-06-30.")'],
    ["with a day that does not exist", `${until("2027-02-30")}`],
    ["with a month that does not exist", `${until("2027-13-01")}`],
    ["in words of its own", '@deprecated(reason: "Will be removed after 2027-06-30: use `a`.")'],
  ])("%s", (_what, deprecated) => {
    expectComparison({
      title: "",
      released,
      current: `type Query { a: Int b: Int ${deprecated} }`,
      faults: [`Query.b ${UNDATED}`],
    });
  });

  test("wherever it stands", () => {
    expectComparison({
      title: "",
      released: "type Query { a(b: B, c: Int): C } input B { d: Int } enum C { E }",
      current: `type Query { a(b: B, c: Int @deprecated): C }
        input B { d: Int @deprecated }
        enum C { E @deprecated }`,
      faults: [`Query.a(c:) ${UNDATED}`, `B.d ${UNDATED}`, `C.E ${UNDATED}`],
    });
  });

  test("but not in its form", () => {
    expectComparison({ title: "", released, current: `type Query { a: Int b: Int ${LAST_DAY} }` });
  });

  test("and what was released without a day is not released to go", () => {
    expectComparison({
      title: "",
      released: "type Query { a: Int b: Int @deprecated }",
      current: "type Query { a: Int }",
      faults: ["Query.b was removed."],
    });
  });
});

describe("the released schema", () => {
  const read = (file: string) => buildSchema(readFileSync(`src/graphql/${file}`, "utf8"));

  test("is kept by today's, for as long as nothing of it was announced to go", () => {
    const { faults } = compareWithReleased(read("released/released.graphql"), read("schema.graphql"), "0000-01-01");

    expect(faults).toEqual([]);
  });
});
