import { Arg, Query, Resolver } from "type-graphql";
import { ConsultPolicy } from "../../application/consult-policy.js";
import { SyncDecisionType } from "../synchronizations/sync-decision.type.js";
import { EvaluateSyncPolicyInput } from "./evaluate-sync-policy.input.js";
import { SyncPolicyType } from "./sync-policy.type.js";

@Resolver()
export class SyncPolicyResolver {
  private readonly consult = new ConsultPolicy();

  @Query(() => SyncPolicyType, { description: "The rule for a master's first authentication, as data." })
  syncPolicy() {
    return this.consult.policy;
  }

  @Query(() => SyncDecisionType, {
    description:
      "The rule alone, without accounts. Effects assume that the member's certificate is another than the master's.",
  })
  evaluateSyncPolicy(
    @Arg("input", () => EvaluateSyncPolicyInput, { description: "What to evaluate it for." })
    { combination }: EvaluateSyncPolicyInput,
  ) {
    return this.consult.evaluate(combination);
  }
}
