import { type ReactNode, useId } from "react";
import type { PageVariables } from "../page-variables.js";
import { Pager } from "../parts/pager.js";
import { ProblemNotice } from "../parts/problem-notice.js";
import { texts } from "../texts.js";
import { AccountLink } from "./account-link.js";
import type { AccountsPage } from "./use-accounts.js";

interface AccountListProps {
  readonly title: string;
  readonly list: AccountsPage;
  readonly onPage: (page: PageVariables) => void;
  /** What stands there where no account fits. */
  readonly nothing: ReactNode;
}

/** Accounts to choose from, page by page. */
export function AccountList({ title, list, onPage, nothing }: AccountListProps) {
  const { accounts, problem, isUpdating, again } = list;
  const heading = useId();
  return (
    <section aria-labelledby={heading} aria-busy={isUpdating}>
      <h2 id={heading}>{title}</h2>
      <p role="status" className="visually-hidden">
        {accounts && !isUpdating ? texts.choose.listed(accounts.nodes.length) : ""}
      </p>
      {problem && problem.kind !== "input" && <ProblemNotice problem={problem} onRetry={again} />}
      {!accounts && isUpdating && <p className="quiet">{texts.page.loading}</p>}
      {accounts?.nodes.length === 0 && nothing}
      {accounts && accounts.nodes.length > 0 && (
        <ul className="list">
          {accounts.nodes.map((account) => (
            <li key={account.id}>
              <AccountLink account={account} />
            </li>
          ))}
        </ul>
      )}
      {accounts && <Pager list={title} pageInfo={accounts.pageInfo} onPage={onPage} />}
    </section>
  );
}
