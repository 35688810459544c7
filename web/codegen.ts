import type { CodegenConfig } from "@graphql-codegen/cli";

/** Types for every document of the preview page, from the service's public schema. */
const config: CodegenConfig = {
  schema: "../src/graphql/schema.graphql",
  documents: ["src/preview/**/*.{ts,tsx}", "!src/preview/graphql/**"],
  importExtension: ".js",
  generates: {
    "src/preview/graphql/": {
      preset: "client",
      presetConfig: { fragmentMasking: { unmaskFunctionName: "readFragment" } },
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        onlyOperationTypes: true,
        // A document says where it wants to know the type, and only there it is known.
        skipTypename: true,
        strictScalars: true,
        scalars: { CountryCode: "string", DateTime: "string", EnterpriseName: "string" },
      },
    },
  },
};

export default config;
