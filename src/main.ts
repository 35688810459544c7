import { loadEnvFile } from "./cli/environment-file.js";
import { serve } from "./cli/serve.js";

loadEnvFile();
await serve();
