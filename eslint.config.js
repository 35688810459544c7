import graphql from "@graphql-eslint/eslint-plugin";

const SCHEMA = "src/graphql/schema.graphql";
const EXAMPLES = "docs/api/examples/**/*.graphql";

/** Options of the plugin's own rules, by their names without the plugin's. */
const rules = (options) =>
  Object.fromEntries(Object.entries(options).map(([name, option]) => [`@graphql-eslint/${name}`, option]));

const graphqlFiles = (files, ...ruleSets) => ({
  files: [files],
  plugins: { "@graphql-eslint": graphql },
  languageOptions: {
    parser: graphql.parser,
    parserOptions: { graphQLConfig: { schema: SCHEMA, documents: EXAMPLES } },
  },
  linterOptions: { reportUnusedDisableDirectives: "error" },
  rules: Object.assign({}, ...ruleSets),
});

/** Every rule of the plugin holds, but for what stands here. */
export default [
  graphqlFiles(
    SCHEMA,
    graphql.configs["flat/schema-all"].rules,
    graphql.configs["flat/schema-relay"].rules,
    rules({
      "naming-convention": [
        "error",
        {
          types: "PascalCase",
          FieldDefinition: "camelCase",
          InputValueDefinition: "camelCase",
          DirectiveDefinition: "camelCase",
          EnumValueDefinition: "UPPER_CASE",
          "FieldDefinition[parent.name.value=Query]": { forbiddenPrefixes: ["query", "get", "find", "list"] },
          ObjectTypeDefinition: { style: "PascalCase", forbiddenSuffixes: ["Type", "Input", "Filter", "Result"] },
          InterfaceTypeDefinition: { style: "PascalCase", forbiddenSuffixes: ["Interface"] },
          EnumTypeDefinition: { style: "PascalCase", forbiddenSuffixes: ["Enum"] },
          UnionTypeDefinition: { style: "PascalCase", requiredPattern: /Result$/ },
          // What narrows a list is a filter; every other input is one.
          InputObjectTypeDefinition: { style: "PascalCase", requiredPattern: /(Input|Filter)$/ },
        },
      ],
      "require-description": [
        "error",
        {
          types: true,
          rootField: true,
          FieldDefinition: true,
          InputValueDefinition: true,
          EnumValueDefinition: true,
          DirectiveDefinition: true,
        },
      ],
      // Every field stands in an example.
      "no-unused-fields": "error",
      "input-name": ["error", { checkInputType: true, caseSensitiveInputType: false }],
      "no-root-type": ["error", { disallow: ["subscription"] }],
      "relay-edge-types": [
        "error",
        {
          withEdgeSuffix: true,
          // A decision is a value: it has no id to be found by.
          shouldImplementNode: false,
          // `nodes` stands beside `edges`, and what is bounded by its nature (counts, rows of the rule) is a plain list.
          listTypeCanWrapOnlyEdgeType: false,
        },
      ],
      // The file is sorted by graphql-js, which takes capital letters for the earlier ones; check:schema holds it to that.
      alphabetize: "off",
      // The date stands in the reason, where every client can read it; schema:check does.
      "require-deprecation-date": "off",
      // What has an id implements Node, which asks for `id: ID!`; everything else is a value and has none.
      "strict-id-in-types": "off",
      // An expected no is a member of the result, and the root fields that are never null have nothing to fail on but a fault.
      "require-nullable-result-in-root": "off",
      // A client that wants more after a mutation asks for it: what changed is in its result.
      "require-field-of-type-query-in-mutation-result": "off",
    }),
  ),
  graphqlFiles(
    EXAMPLES,
    graphql.configs["flat/operations-all"].rules,
    rules({
      "match-document-filename": ["error", { fileExtension: ".graphql", query: "kebab-case", mutation: "kebab-case" }],
      // An example asks in the order in which its answer is to be read,
      alphabetize: "off",
      // and for nothing but what it is about.
      "require-selections": "off",
    }),
  ),
];
