import { useState } from "react";
import type { EnterpriseAccountFilter } from "../graphql/graphql.js";
import { FIRST_PAGE } from "../page-variables.js";
import { texts } from "../texts.js";
import { AccountList } from "./account-list.js";
import { AccountSearch, type Search } from "./account-search.js";
import { NothingToChoose } from "./nothing-to-choose.js";
import { useAccounts } from "./use-accounts.js";

const RECENT: EnterpriseAccountFilter = { role: "MASTER", authenticationStatus: "NOT_AUTHENTICATED" };

/** Finds the account whose authentication is to be previewed. */
export function ChooseAccount() {
  const [search, setSearch] = useState<Search | null>(null);
  const [page, setPage] = useState(FIRST_PAGE);
  const list = useAccounts(search === null ? RECENT : filterOf(search), page);

  function lookFor(next: Search | null) {
    setSearch(next);
    setPage(FIRST_PAGE);
  }

  return (
    <div className="choose">
      <h1>{texts.choose.title}</h1>
      <p className="lead">{texts.choose.lead}</p>
      <AccountSearch error={list.problem?.kind === "input" ? list.problem.message : undefined} onSearch={lookFor} />
      <AccountList
        title={search === null ? texts.choose.recent : texts.choose.found(search.text)}
        list={list}
        onPage={setPage}
        nothing={search === null ? <NothingToChoose /> : <p className="quiet">{texts.choose.nothingFound}</p>}
      />
      {search !== null && (
        <button type="button" onClick={() => lookFor(null)}>
          {texts.choose.back}
        </button>
      )}
    </div>
  );
}

function filterOf({ by, text }: Search): EnterpriseAccountFilter {
  return { role: "MASTER", ...(by === "name" ? { enterpriseName: text } : { reference: text }) };
}
