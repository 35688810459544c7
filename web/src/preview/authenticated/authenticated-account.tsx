import { AccountHeading } from "../accounts/account-heading.js";
import type { Committed } from "../commit/use-commit.js";
import { type FragmentType, readFragment } from "../graphql/fragment-masking.js";
import { graphql } from "../graphql/gql.js";
import type { AuthenticatedAccountFragment } from "../graphql/graphql.js";
import { EnterpriseName } from "../parts/enterprise-name.js";
import { Facts } from "../parts/facts.js";
import { texts } from "../texts.js";
import { AccountMembers } from "./account-members.js";
import { CommittedNotice } from "./committed-notice.js";

const InForceFragment = graphql(`
  fragment AuthenticatedAccount on EnterpriseAccount {
    id
    role
    ...AccountHeading
    authentication {
      enterpriseName
      authenticatedAt
      certificate {
        country
        type
      }
      synchronization {
        nameBefore
        synchronizedCount
      }
    }
  }
`);

interface AuthenticatedAccountProps {
  readonly account: FragmentType<typeof InForceFragment>;
  /** Where it was authenticated just now. */
  readonly committed?: Committed;
}

/** An account that is authenticated: what is in force, and what became of its members. */
export function AuthenticatedAccount({ account: masked, committed }: AuthenticatedAccountProps) {
  const account = readFragment(InForceFragment, masked);
  return (
    <div className="authenticated">
      {committed && <CommittedNotice committed={committed} />}
      <AccountHeading account={account} />
      {!committed && <p className="lead">{texts.authenticated.already}</p>}
      {account.authentication && <InForce authentication={account.authentication} />}
      {account.role === "MASTER" && <AccountMembers accountId={account.id} />}
    </div>
  );
}

type Authentication = NonNullable<AuthenticatedAccountFragment["authentication"]>;

function InForce({ authentication }: { authentication: Authentication }) {
  const { enterpriseName, certificate, authenticatedAt, synchronization } = authentication;
  const terms = texts.authenticated.facts;
  return (
    <section className="in-force card">
      <h2>{texts.authenticated.title}</h2>
      <Facts
        facts={[
          [terms.name, <EnterpriseName key="name" value={enterpriseName} />],
          [terms.nameBefore, synchronization && <EnterpriseName key="before" value={synchronization.nameBefore} />],
          [terms.certificate, texts.authenticated.certificate(certificate.type, certificate.country)],
          [
            terms.time,
            <time key="time" dateTime={authenticatedAt}>
              {texts.time(authenticatedAt)}
            </time>,
          ],
          [terms.members, synchronization && texts.authenticated.count(synchronization.synchronizedCount)],
        ]}
      />
    </section>
  );
}
