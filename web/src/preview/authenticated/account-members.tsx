import { useId, useRef, useState } from "react";
import { useQuery } from "urql";
import { graphql } from "../graphql/gql.js";
import { FIRST_PAGE, type PageVariables } from "../page-variables.js";
import { Pager } from "../parts/pager.js";
import { ProblemNotice } from "../parts/problem-notice.js";
import { problemOf } from "../problem.js";
import { texts } from "../texts.js";
import { MemberItem } from "./member-item.js";

const Members = graphql(`
  query Members($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
    enterpriseAccount(id: $id) {
      members(first: $first, after: $after, last: $last, before: $before) {
        edges {
          cursor
          node {
            ...Member
          }
        }
        pageInfo {
          ...PageLinks
        }
      }
    }
  }
`);

/** The members of a master as they are now, each with how it came by its authentication. */
export function AccountMembers({ accountId }: { accountId: string }) {
  const [page, setPage] = useState(FIRST_PAGE);
  const [{ data, error, fetching }, ask] = useQuery({ query: Members, variables: { id: accountId, ...page } });
  const section = useRef<HTMLElement>(null);
  const heading = useId();
  const members = data?.enterpriseAccount?.members;

  function turn(next: PageVariables) {
    setPage(next);
    section.current?.scrollIntoView();
  }

  return (
    <section ref={section} className="decisions" aria-labelledby={heading} aria-busy={fetching}>
      <h2 id={heading}>{texts.authenticated.members}</h2>
      {content()}
    </section>
  );

  function content() {
    if (error) return <ProblemNotice problem={problemOf(error)} onRetry={() => ask()} />;
    if (!members) return <p className="quiet">{texts.page.loading}</p>;
    if (members.edges.length === 0) return <p className="quiet">{texts.authenticated.noMembers}</p>;
    return (
      <>
        <ol className="list">
          {members.edges.map(({ cursor, node }) => (
            <MemberItem key={cursor} member={node} />
          ))}
        </ol>
        <Pager list={texts.authenticated.members} pageInfo={members.pageInfo} onPage={turn} />
      </>
    );
  }
}
