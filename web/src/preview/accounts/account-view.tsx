import { useState } from "react";
import { useQuery } from "urql";
import { AuthenticatedAccount } from "../authenticated/authenticated-account.js";
import type { Committed } from "../commit/use-commit.js";
import { graphql } from "../graphql/gql.js";
import { ProblemNotice } from "../parts/problem-notice.js";
import { CHOICE } from "../place.js";
import { FirstAuthentication } from "../preview/first-authentication.js";
import { problemOf } from "../problem.js";
import { texts } from "../texts.js";

const Account = graphql(`
  query Account($id: ID!) {
    enterpriseAccount(id: $id) {
      authenticationStatus
      ...FirstAuthenticationAccount
      ...AuthenticatedAccount
    }
  }
`);

/** An account: what its first authentication would do or, where it had that, what is in force. */
export function AccountView({ accountId }: { accountId: string }) {
  const [{ data, error }, ask] = useQuery({ query: Account, variables: { id: accountId } });
  const [committed, setCommitted] = useState<Committed | null>(null);
  return (
    <div className="account">
      <a className="back" href={CHOICE}>
        {texts.account.other}
      </a>
      {content()}
    </div>
  );

  function content() {
    if (committed) return <AuthenticatedAccount account={committed.account} committed={committed} />;
    if (error) return <ProblemNotice problem={problemOf(error)} onRetry={() => ask()} />;
    if (!data) return <p className="quiet">{texts.page.loading}</p>;
    if (!data.enterpriseAccount) {
      return (
        <>
          <h1>{texts.account.notFound}</h1>
          <p className="quiet">{texts.account.notFoundMore}</p>
        </>
      );
    }
    return data.enterpriseAccount.authenticationStatus === "AUTHENTICATED" ? (
      <AuthenticatedAccount account={data.enterpriseAccount} />
    ) : (
      <FirstAuthentication account={data.enterpriseAccount} onCommitted={setCommitted} onOutdated={() => ask()} />
    );
  }
}
