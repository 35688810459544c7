import { type FragmentType, readFragment } from "../graphql/fragment-masking.js";
import { graphql } from "../graphql/gql.js";
import { EnterpriseName } from "../parts/enterprise-name.js";
import { texts } from "../texts.js";

const DecisionFragment = graphql(`
  fragment Decision on MemberDecision {
    nameBefore
    statusBefore
    member {
      reference
    }
    decision {
      synchronized
      effect
      explanation
    }
  }
`);

interface DecisionItemProps {
  readonly decision: FragmentType<typeof DecisionFragment>;
  readonly nameAfter: string;
}

/** One member: its name before and after, its status before, what happens to it, and why. */
export function DecisionItem({ decision: masked, nameAfter }: DecisionItemProps) {
  const { nameBefore, statusBefore, member, decision } = readFragment(DecisionFragment, masked);
  const isRenamed = decision.synchronized && nameBefore !== nameAfter;
  return (
    <li className={`decision effect-${decision.effect.toLowerCase()}`}>
      <p className="decision-names">
        <EnterpriseName value={nameBefore} />
        {isRenamed && (
          <span>
            <span className="visually-hidden">{texts.page.becomes}</span>
            <span className="arrow" aria-hidden="true" />
            <EnterpriseName value={nameAfter} />
          </span>
        )}
      </p>
      <div className="decision-what">
        <p className="decision-effect">{texts.effects[decision.effect]}</p>
        <p className="decision-before">{texts.decisions.before[statusBefore]}</p>
      </div>
      <div className="decision-why">
        <p dir="ltr">{decision.explanation}</p>
        {member.reference != null && <bdi className="reference">{member.reference}</bdi>}
      </div>
    </li>
  );
}
