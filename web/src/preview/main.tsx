import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.js";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/controls.css";
import "./styles/page.css";
import "./parts/parts.css";
import "./accounts/accounts.css";
import "./preview/preview.css";
import "./preview/picture.css";
import "./preview/members.css";
import "./commit/commit.css";

createRoot(document.getElementById("preview") as HTMLElement).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
