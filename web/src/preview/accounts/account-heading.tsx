import { type FragmentType, readFragment } from "../graphql/fragment-masking.js";
import { graphql } from "../graphql/gql.js";
import { EnterpriseName } from "../parts/enterprise-name.js";
import { addressOf } from "../place.js";
import { texts } from "../texts.js";

const AccountHeadingFragment = graphql(`
  fragment AccountHeading on EnterpriseAccount {
    id
    enterpriseName
    reference
    role
    authenticationStatus
    master {
      id
      enterpriseName
    }
  }
`);

/** Which account it is: its name as the page's heading, and what it is known by. */
export function AccountHeading({ account }: { account: FragmentType<typeof AccountHeadingFragment> }) {
  const { id, enterpriseName, reference, role, authenticationStatus, master } = readFragment(
    AccountHeadingFragment,
    account,
  );
  return (
    <div className="account-heading">
      <h1>
        <EnterpriseName value={enterpriseName} />
      </h1>
      <ul className="tags">
        <li>{texts.account.roles[role]}</li>
        <li>{texts.statuses[authenticationStatus]}</li>
        {reference != null && (
          <li>
            {texts.account.reference} <bdi className="reference">{reference}</bdi>
          </li>
        )}
        {master && (
          <li>
            {texts.account.master}{" "}
            <a href={addressOf({ accountId: master.id })}>
              <EnterpriseName value={master.enterpriseName} />
            </a>
          </li>
        )}
        <li>
          {texts.account.id} <code>{id}</code>
        </li>
      </ul>
    </div>
  );
}
