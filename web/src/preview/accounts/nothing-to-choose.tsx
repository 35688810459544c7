import { useQuery } from "urql";
import { graphql } from "../graphql/gql.js";
import { Notice } from "../parts/notice.js";
import { ProblemNotice } from "../parts/problem-notice.js";
import { goTo } from "../place.js";
import { SAMPLE } from "../sample/sample-group.js";
import { useSampleGroup } from "../sample/use-sample-group.js";
import { texts } from "../texts.js";

const AnyAccount = graphql(`
  query AnyAccount {
    enterpriseAccounts(first: 1) {
      nodes {
        id
      }
    }
  }
`);

/** Says that no master is left to authenticate, and offers to register a group to try the page with. */
export function NothingToChoose() {
  const [{ data }] = useQuery({ query: AnyAccount });
  const { registration, register } = useSampleGroup((id) => goTo({ accountId: id, name: SAMPLE.nameAfter }));
  if (!data) return null;
  const isEmpty = data.enterpriseAccounts.nodes.length === 0;
  return (
    <Notice title={isEmpty ? texts.sample.noAccounts : texts.sample.allAuthenticated}>
      <p>{texts.sample.offer}</p>
      <button
        type="button"
        className="primary"
        aria-disabled={registration.kind === "under way"}
        onClick={() => register()}
      >
        {registration.kind === "under way" ? texts.sample.registering : texts.sample.register}
      </button>
      {registration.kind === "failed" && <ProblemNotice problem={registration.problem} onRetry={register} />}
      {registration.kind === "refused" && (
        <Notice tone="failure" urgent title={texts.sample.refused(registration.message)} />
      )}
    </Notice>
  );
}
