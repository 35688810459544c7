import { describe } from "@jest/globals";
import { Given } from "../support/given.js";
import { InMemoryStorage } from "../support/in-memory-storage.js";
import { unitOfWorkContract } from "../support/unit-of-work-contract.js";

describe("the unit of work in memory", () => {
  unitOfWorkContract(async () => new Given(new InMemoryStorage()));
});
