import type { CodegenConfig } from "@graphql-codegen/cli";

/** Types and documents for the clients that write their operations with `graphql(…)`. Relay has a compiler of its own. */
const config: CodegenConfig = {
  schema: "../../src/graphql/schema.graphql",
  config: {
    strictScalars: true,
    scalars: { ID: "string", CountryCode: "string", DateTime: "string", EnterpriseName: "string" },
    enumType: "string-literal",
    immutableTypes: true,
    useTypeImports: true,
    importExtension: ".js",
  },
  generates: {
    "apollo-client/generated/": {
      documents: "apollo-client/*.ts",
      preset: "client",
      presetConfig: { fragmentMasking: false },
    },
    "apollo-client/generated/possible-types.ts": { plugins: ["fragment-matcher"] },
    "urql/generated/": {
      documents: "urql/*.ts",
      preset: "client",
      presetConfig: { fragmentMasking: false },
    },
    "fetch/generated/": {
      documents: "fetch/*.ts",
      preset: "client",
      presetConfig: { fragmentMasking: false },
      config: { documentMode: "string" },
    },
  },
};

export default config;
