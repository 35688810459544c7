import { explorerPlugin } from "@graphiql/plugin-explorer";
import "@graphiql/plugin-explorer/style.css";
import { GraphiQL, HISTORY_PLUGIN } from "graphiql";
import "graphiql/style.css";
import { createRoot } from "react-dom/client";
import "./graphiql.css";
import "./monaco-workers.js";
import { STORY } from "./story.js";
import { storyFetcher } from "./story-fetcher.js";

const PLUGINS = [HISTORY_PLUGIN, explorerPlugin({ showAttribution: false })];

createRoot(document.getElementById("graphiql") as HTMLElement).render(
  <GraphiQL
    fetcher={storyFetcher("graphql")}
    defaultTabs={STORY}
    plugins={PLUGINS}
    defaultEditorToolsVisibility="variables"
    // Names and certificates that are typed here are gone with the browser's tab.
    storage={sessionStorage}
  >
    <GraphiQL.Logo>
      <a href="./preview">Namesake</a>
    </GraphiQL.Logo>
  </GraphiQL>,
);
