import { type FragmentType, readFragment } from "../graphql/fragment-masking.js";
import { graphql } from "../graphql/gql.js";
import { EnterpriseName } from "../parts/enterprise-name.js";
import { addressOf } from "../place.js";
import { texts } from "../texts.js";

const AccountLinkFragment = graphql(`
  fragment AccountLink on EnterpriseAccount {
    id
    enterpriseName
    reference
    authenticationStatus
    createdAt
  }
`);

/** An account in a list, which leads to its preview. */
export function AccountLink({ account }: { account: FragmentType<typeof AccountLinkFragment> }) {
  const { id, enterpriseName, reference, authenticationStatus, createdAt } = readFragment(AccountLinkFragment, account);
  return (
    <a className="account-link" href={addressOf({ accountId: id })}>
      <span className="account-link-name">
        <EnterpriseName value={enterpriseName} />
      </span>
      <span className="account-link-more">
        {reference != null && <bdi className="reference">{reference}</bdi>}
        {authenticationStatus === "AUTHENTICATED" && <span>{texts.statuses.AUTHENTICATED}</span>}
        <time dateTime={createdAt}>{texts.choose.registered(texts.time(createdAt))}</time>
      </span>
    </a>
  );
}
