const { TestEnvironment } = require("jest-environment-node");

/** Skips the rest of a file once a test in it has failed: one is enough to kill a mutant, and the last ones take seconds. */
module.exports = class StopAtFirstFailure extends TestEnvironment {
  failed = false;

  handleTestEvent({ name, test }) {
    if (name === "test_fn_failure") this.failed = true;
    if (name === "test_start" && this.failed) test.mode = "skip";
  }
};
