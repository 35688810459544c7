import { join } from "node:path";
import everything from "../jest.config.js";

const { globalSetup, globalTeardown, ...pure } = everything;

/** The tests of the domain alone, which need no database. */
export default {
  ...pure,
  rootDir: "..",
  testMatch: ["<rootDir>/test/domain/**/*.test.ts"],
  roots: ["<rootDir>/src/domain", "<rootDir>/test/domain", "<rootDir>/test/support"],
  watchman: false,
  setupFiles: ["<rootDir>/mutants/set-up.js"],
  testEnvironment: join(import.meta.dirname, "stop-at-first-failure.cjs"),
};
