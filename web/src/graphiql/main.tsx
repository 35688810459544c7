import { explorerPlugin } from "@graphiql/plugin-explorer";
import "@graphiql/plugin-explorer/style.css";
import { GraphiQL, HISTORY_PLUGIN } from "graphiql";
import "graphiql/style.css";
import { createRoot } from "react-dom/client";
import "./graphiql.css";
import "./monaco-workers.js";
import { SESSION } from "./session.js";
import { STORY } from "./story.js";
import { storyFetcher } from "./story-fetcher.js";

// What GraphiQL keeps of its tabs. Of the first of new ones it forgets the variables.
const areTabsNew = SESSION.getItem("graphiql:tabState") === null;

const PLUGINS = [HISTORY_PLUGIN, explorerPlugin({ showAttribution: false })];

createRoot(document.getElementById("graphiql") as HTMLElement).render(
  <GraphiQL
    fetcher={storyFetcher("graphql")}
    defaultTabs={STORY}
    {...(areTabsNew && { initialVariables: STORY[0]?.variables ?? "" })}
    plugins={PLUGINS}
    defaultEditorToolsVisibility="variables"
    storage={SESSION}
    showPersistHeadersSettings={false}
  >
    <GraphiQL.Logo>
      <a href="./preview">Namesake</a>
    </GraphiQL.Logo>
  </GraphiQL>,
);
