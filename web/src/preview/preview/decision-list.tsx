import { useId, useRef, useState } from "react";
import type { MemberDecisionFilter, PreviewAuthenticationInput } from "../graphql/graphql.js";
import { FIRST_PAGE, type PageVariables } from "../page-variables.js";
import { Pager } from "../parts/pager.js";
import { ProblemNotice } from "../parts/problem-notice.js";
import { texts } from "../texts.js";
import { DecisionFilters } from "./decision-filters.js";
import { DecisionItem } from "./decision-item.js";
import { StaleNotice } from "./stale-notice.js";
import { useDecisions } from "./use-decisions.js";

interface DecisionListProps {
  readonly input: PreviewAuthenticationInput;
  readonly previewToken: string;
  readonly nameAfter: string;
  readonly onAgain: () => void;
}

/** What would be decided for each member, and why: page by page, and narrowed down. */
export function DecisionList({ input, previewToken, nameAfter, onAgain }: DecisionListProps) {
  const [filter, setFilter] = useState<MemberDecisionFilter>({});
  const [turned, setTurned] = useState({ previewToken, page: FIRST_PAGE });
  // A cursor leads through the preview that it came from; another one begins with its first page.
  const page = turned.previewToken === previewToken ? turned.page : FIRST_PAGE;
  const { members, isStale, problem, isUpdating, again } = useDecisions({ input, previewToken, filter, page });
  const section = useRef<HTMLElement>(null);
  const heading = useId();

  function narrow(next: MemberDecisionFilter) {
    setFilter(next);
    setTurned({ previewToken, page: FIRST_PAGE });
  }

  function turn(next: PageVariables) {
    setTurned({ previewToken, page: next });
    section.current?.scrollIntoView();
  }

  function lookAgain() {
    again();
    onAgain();
  }

  return (
    <section ref={section} className="decisions" aria-labelledby={heading} aria-busy={isUpdating}>
      <h3 id={heading}>{texts.decisions.title}</h3>
      <DecisionFilters filter={filter} onFilter={narrow} />
      {content()}
    </section>
  );

  function content() {
    if (isStale) return <StaleNotice onAgain={lookAgain} />;
    if (problem) return <ProblemNotice problem={problem} onRetry={again} />;
    if (members === null) return <p className="quiet">{texts.page.loading}</p>;
    if (members.edges.length === 0) return <p className="quiet">{texts.decisions.none}</p>;
    return (
      <>
        <ol className="list">
          {members.edges.map(({ cursor, node }) => (
            <DecisionItem key={cursor} decision={node} nameAfter={nameAfter} />
          ))}
        </ol>
        <Pager list={texts.decisions.title} pageInfo={members.pageInfo} onPage={turn} />
      </>
    );
  }
}
