import { useMemo, useRef, useState } from "react";
import { Provider } from "urql";
import { AccessToken } from "./access-token.js";
import { AccountView } from "./accounts/account-view.js";
import { ChooseAccount } from "./accounts/choose-account.js";
import { graphqlClient } from "./graphql-client.js";
import { CHOICE, usePlace } from "./place.js";
import { texts } from "./texts.js";
import { useFocusOnArrival } from "./use-focus-on-arrival.js";

/** The page: the choice of an account, or the account that its address names. */
export function App() {
  const [token, setToken] = useState("");
  // A new client asks everything again, with the new token.
  const client = useMemo(() => graphqlClient(token), [token]);
  const { accountId } = usePlace();
  const content = useRef<HTMLElement>(null);
  useFocusOnArrival(content, accountId);
  return (
    <Provider value={client}>
      <header className="page-header">
        <button type="button" className="skip" onClick={() => content.current?.focus()}>
          {texts.page.skip}
        </button>
        <a className="product" href={CHOICE}>
          {texts.page.product}
        </a>
        <AccessToken token={token} onToken={setToken} />
        <nav aria-label={texts.page.pages}>
          <a href="./graphiql">{texts.page.graphiql}</a>
        </nav>
      </header>
      <main ref={content} tabIndex={-1}>
        {accountId === null ? <ChooseAccount /> : <AccountView key={accountId} accountId={accountId} />}
      </main>
    </Provider>
  );
}
