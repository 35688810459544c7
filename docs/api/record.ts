import type { AddressInfo } from "node:net";
import { pino } from "pino";
import { type CompositionOptions, compose } from "../../src/composition.js";
import { COMMAND_BOUNDS } from "../../src/infrastructure/storage/bounds.js";
import { dataSourceFor, reach } from "../../src/infrastructure/storage/data-source.js";
import { TypeormStorage } from "../../src/infrastructure/storage/typeorm-storage.js";
import { fixedEnvironment } from "./fixed-environment.js";
import type { Recording } from "./recording.js";
import { Backstage } from "./story/backstage.js";
import { browseTheGroup, consultTheRule } from "./story/browsing.js";
import { callAsOthers } from "./story/callers.js";
import { provokeErrors } from "./story/errors.js";
import { provokeHttpErrors } from "./story/http.js";
import { Issuer } from "./story/issuer.js";
import {
  ONE_REQUEST_A_MINUTE,
  provokeRateLimit,
  provokeUntrustedDocuments,
  TRUSTED_DOCUMENTS_ONLY,
} from "./story/limits.js";
import { provokeMalformedInput } from "./story/malformed-input.js";
import { Narrator } from "./story/narrator.js";
import { provokeRefusals } from "./story/refusals.js";
import { authenticateTheGroup } from "./story/the-authentication.js";
import { registerTheGroup } from "./story/the-group.js";

/** Asks the whole service for every example, on an empty, migrated database: the same answers in every run. */
export async function recordOn(databaseUrl: string): Promise<readonly Recording[]> {
  const dataSource = dataSourceFor(databaseUrl, { connections: 1 });
  await reach(dataSource);
  const backstage = new Backstage(dataSource, fixedEnvironment());
  const issuer = await Issuer.create();
  const token = await issuer.token({ subject: "integration", groups: "*" });
  const storage = new TypeormStorage(dataSource, { preparedStatements: true, bounds: COMMAND_BOUNDS });
  const recordingsOf = async (options: CompositionOptions, tale: (narrator: Narrator) => Promise<void>) => {
    const { environment } = backstage;
    const server = await compose(storage, pino({ level: "silent" }), { environment, ...options });
    try {
      await server.listen({ host: "127.0.0.1", port: 0 });
      const { port } = server.server.address() as AddressInfo;
      const narrator = new Narrator(`http://127.0.0.1:${port}/graphql`, token);
      await tale(narrator);
      return narrator.recordings;
    } finally {
      await server.close();
    }
  };
  try {
    return [
      ...(await recordingsOf({ callers: issuer.callers }, (narrator) => tell(narrator, backstage, issuer))),
      ...(await recordingsOf(TRUSTED_DOCUMENTS_ONLY, provokeUntrustedDocuments)),
      ...(await recordingsOf(ONE_REQUEST_A_MINUTE, provokeRateLimit)),
    ];
  } finally {
    await dataSource.destroy();
  }
}

async function tell(narrator: Narrator, backstage: Backstage, issuer: Issuer): Promise<void> {
  const group = await registerTheGroup(narrator);
  const committed = await authenticateTheGroup(narrator, group);
  await browseTheGroup(narrator, group, committed);
  await consultTheRule(narrator);
  await provokeRefusals(narrator, group);
  await provokeMalformedInput(narrator, group);
  await provokeErrors(narrator, backstage);
  await callAsOthers(narrator, issuer, group);
  await provokeHttpErrors(narrator, issuer);
}
