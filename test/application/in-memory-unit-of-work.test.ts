import { describe } from "@jest/globals";
import { Given } from "../support/given.js";
import { InMemoryUnitOfWork } from "../support/in-memory-unit-of-work.js";
import { unitOfWorkContract } from "../support/unit-of-work-contract.js";

describe("the unit of work in memory", () => {
  unitOfWorkContract(async () => new Given(new InMemoryUnitOfWork()));
});
