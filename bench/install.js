import { fileURLToPath } from "node:url";
import { install } from "../scripts/install.js";

// PostGraphile wants a later Node than the one that runs this, and is given it: as a package.
install({ folder: fileURLToPath(new URL(".", import.meta.url)), options: ["--engine-strict=false"] });
