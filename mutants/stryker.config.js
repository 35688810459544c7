/** Changes the domain in hundreds of ways, one at a time, and looks whether a test of the domain notices. */
export default {
  mutate: ["src/domain/**/*.ts"],
  ignorePatterns: ["/*", "!/src", "!/test", "!/cases", "!/mutants", "!/jest.config.js"],
  testRunner: "jest",
  testRunnerNodeArgs: ["--experimental-vm-modules", "--disable-warning=ExperimentalWarning"],
  jest: { configFile: "mutants/jest.config.js" },
  coverageAnalysis: "perTest",
  concurrency: 2,
  // A property over all of Unicode takes seconds, and more of them on a busy machine: that is no endless loop yet.
  timeoutMS: 60_000,
  // Modules loaded by --experimental-vm-modules are never freed, so that a process comes to the end of its memory.
  maxTestRunnerReuse: 40,
  thresholds: { high: 100, low: 95, break: 95 },
  reporters: ["clear-text", "json"],
  clearTextReporter: { reportTests: false },
  jsonReporter: { fileName: "mutants/reports/mutants.json" },
  tempDirName: "mutants/.sandbox",
  warnings: { slow: false },
};
