import { type FragmentType, readFragment } from "../graphql/fragment-masking.js";
import { graphql } from "../graphql/gql.js";
import { EnterpriseName } from "../parts/enterprise-name.js";
import { texts } from "../texts.js";

const MemberFragment = graphql(`
  fragment Member on EnterpriseAccount {
    enterpriseName
    reference
    authenticationStatus
    authenticationOrigin
  }
`);

/** A member as it is now, with how it came by the authentication in force. */
export function MemberItem({ member }: { member: FragmentType<typeof MemberFragment> }) {
  const { enterpriseName, reference, authenticationStatus, authenticationOrigin } = readFragment(
    MemberFragment,
    member,
  );
  return (
    <li className={`decision origin-${authenticationOrigin?.toLowerCase() ?? "none"}`}>
      <p className="decision-names">
        <EnterpriseName value={enterpriseName} />
      </p>
      <p className="decision-what decision-effect">
        {authenticationOrigin
          ? texts.authenticated.origins[authenticationOrigin]
          : texts.statuses[authenticationStatus]}
      </p>
      {reference != null && (
        <p className="decision-why">
          <bdi className="reference">{reference}</bdi>
        </p>
      )}
    </li>
  );
}
