/** Mutants that no test can kill, since they do the same: each with the code that it replaces, and why. */
export const equivalents = [
  {
    file: "src/domain/account-reference.ts",
    mutator: "ConditionalExpression",
    code: "raw.length > 2 * MAX_CODE_POINTS",
    replacement: "false",
    why: "It spares counting the code points of a long text, which are too many in any case: one has two UTF-16 units at most.",
  },
  {
    file: "src/domain/authentication-time.ts",
    mutator: "ArrayDeclaration",
    code: "[]",
    replacement: '["Stryker was here"]',
    why: "The first element of a match is the whole of it, which is not read.",
  },
  ...Array(6).fill({
    file: "src/domain/certificate-type.ts",
    mutator: "BooleanLiteral",
    code: "true",
    replacement: "false",
    why: "Of the six types only the names are read; that the values are true is held by the compiler.",
  }),
];
