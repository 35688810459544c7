import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Client } from "pg";
import { postgraphile } from "postgraphile";
import { makePgService } from "postgraphile/adaptors/pg";
import { grafserv } from "postgraphile/grafserv/node";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";
import { jsonPgSmartTags } from "postgraphile/utils";
import { listensAt, POOL_SIZE, settings } from "./listening.js";
import { PREVIEW_FUNCTIONS } from "./postgraphile.sql.js";

/** What a view cannot say of itself: what identifies its rows, and what they refer to. */
const SMART_TAGS = {
  version: 1,
  config: {
    class: {
      "public.current_accounts": {
        tags: {
          unique: "id",
          foreignKey:
            "(group_id, snapshot_id) references public.authentication_snapshots (group_id, id)|@fieldName authentication",
        },
      },
    },
  },
} as const;

const { databaseUrl } = settings();
const client = new Client({ connectionString: databaseUrl });
await client.connect();
await client.query(PREVIEW_FUNCTIONS);
await client.end();

const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  plugins: [jsonPgSmartTags(SMART_TAGS)],
  pgServices: [makePgService({ connectionString: databaseUrl, schemas: ["public"], poolConfig: { max: POOL_SIZE } })],
  grafserv: { graphqlPath: "/graphql", graphiql: false, watch: false },
  grafast: { explain: false },
});
const server = createServer();
await instance.createServ(grafserv).addTo(server);
server.listen(0, "127.0.0.1", () => listensAt((server.address() as AddressInfo).port));
