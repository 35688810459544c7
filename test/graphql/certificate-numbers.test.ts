import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { SCOPES } from "../../src/application/caller.js";
import { startAskingService } from "../support/callers/asking-service.js";
import { claimsOf } from "../support/callers/issuer.js";
import type { Given } from "../support/given.js";
import { GraphqlClient, type Variables } from "../support/graphql-client.js";
import { DOCUMENTS } from "../support/graphql-documents.js";
import { KeptLog } from "../support/graphql-log.js";
import { startTestService, type TestService } from "../support/graphql-service.js";
import { opened } from "../support/opened.js";
import { aCertificate, CREDIT_CODES, newId } from "../support/samples.js";

const log = new KeptLog();

let service: TestService;
let accountId: string;

beforeAll(async () => {
  service = await startTestService({ log });
  accountId = (await service.given.master("Acme Ltd")).id;
});

afterAll(() => service.close());

/** Certificate numbers that are found again wherever a part of them is: invalid, and as a number that GraphQL knows. */
const NUMBER = "CANARY00CANARY0001";
const DIGITS = 424242424242;
const PARTS = /CANARY|424242/i;

const FIELDS = "__typename ... on Refusal { message }";

interface Asked {
  readonly query: string;
  readonly variables?: object;
}

function asVariable(certificate: unknown): Asked {
  return {
    query: `mutation ($input: CommitAuthenticationInput!) { commitAuthentication(input: $input) { ${FIELDS} } }`,
    variables: { input: { accountId, enterpriseName: "Acme Ltd", certificate } },
  };
}

function asPart(value: unknown): Asked {
  const certificate = '{ country: "CN", type: BUSINESS_LICENSE, number: $number }';
  const input = `{ accountId: "${accountId}", enterpriseName: "Acme Ltd", certificate: ${certificate} }`;
  return {
    query: `query ($number: String!) { previewAuthentication(input: ${input}) { ${FIELDS} } }`,
    variables: { number: value },
  };
}

function asLiteral(number: string): Asked {
  return inDocument(`certificate: { country: "CN", type: BUSINESS_LICENSE, number: ${number} }`);
}

function inDocument(fields: string): Asked {
  return {
    query: `{ previewAuthentication(input: { accountId: "${accountId}", enterpriseName: "Acme Ltd", ${fields} }) { ${FIELDS} } }`,
  };
}

const certificate = { country: "CN", type: "BUSINESS_LICENSE", number: NUMBER };

const wrong: readonly (readonly [what: string, ask: () => Asked])[] = [
  ["invalid, in a variable", () => asVariable(certificate)],
  ["invalid, in a part of one", () => asPart(NUMBER)],
  ["invalid, in a literal", () => asLiteral(`"${NUMBER}"`)],
  ["too long", () => asVariable({ ...certificate, number: `${NUMBER}${NUMBER}` })],
  ["with characters that no number has", () => asVariable({ ...certificate, number: `${NUMBER}京` })],
  ["an Int, in a variable", () => asVariable({ ...certificate, number: DIGITS })],
  ["an Int, in a part of one", () => asPart(DIGITS)],
  ["an Int, in a literal", () => asLiteral(String(DIGITS))],
  ["a Float, in a variable", () => asVariable({ ...certificate, number: DIGITS + 0.5 })],
  ["a Float, in a literal", () => asLiteral(`${DIGITS}.5`)],
  ["an enum, in a literal", () => asLiteral(NUMBER)],
  ["a list, in a variable", () => asVariable({ ...certificate, number: [NUMBER] })],
  ["a list, in a literal", () => asLiteral(`["${NUMBER}", ${DIGITS}]`)],
  ["an object, in a variable", () => asVariable({ ...certificate, number: { value: NUMBER } })],
  ["an object, in a literal", () => asLiteral(`{ value: "${NUMBER}" }`)],
  ["the whole certificate, in a variable", () => asVariable(NUMBER)],
  ["the whole certificate, in a literal", () => inDocument(`certificate: "${NUMBER}"`)],
  ["a list of certificates, in a variable", () => asVariable([certificate])],
  ["the country, in a variable", () => asVariable({ ...certificate, country: NUMBER })],
  ["the country, in a literal", () => inDocument(`certificate: { country: "${NUMBER}", type: OTHER, number: "1" }`)],
  ["the type, in a variable", () => asVariable({ ...certificate, type: NUMBER })],
  ["the type, in a literal", () => inDocument(`certificate: { country: "CN", type: ${NUMBER}, number: "1" }`)],
  ["the type as a text", () => inDocument(`certificate: { country: "CN", type: "${NUMBER}", number: "1" }`)],
  [
    "a page's size, in a variable",
    () => ({
      query: "query ($first: Int) { enterpriseAccounts(first: $first) { nodes { id } } }",
      variables: { first: NUMBER },
    }),
  ],
  ["a page's size, in a literal", () => ({ query: `{ enterpriseAccounts(first: "${NUMBER}") { nodes { id } } }` })],
  ["a page's size that is too large", () => ({ query: `{ enterpriseAccounts(first: ${DIGITS}) { nodes { id } } }` })],
  ["a cursor", () => ({ query: `{ enterpriseAccounts(after: "${NUMBER}") { nodes { id } } }` })],
  [
    "a default of another type",
    () => ({
      query: `query ($c: CertificateInput = "${NUMBER}") { previewAuthentication(input: { accountId: "1", enterpriseName: "Acme Ltd", certificate: $c }) { __typename } }`,
    }),
  ],
  ["a text without an end", () => asLiteral(`"${NUMBER}`)],
  ["a block of text without an end", () => asLiteral(`"""${NUMBER}`)],
  ["a text with an escape that is none", () => asLiteral(`"${NUMBER}\\x"`)],
  ["a number with letters after it", () => asLiteral(`${DIGITS}${NUMBER}`)],
  ["in the place of a field's name", () => inDocument(`"${NUMBER}": 1`)],
  ["an Int in the place of a field's name", () => inDocument(`${DIGITS}: 1`)],
  ["in the place of an argument", () => ({ query: `{ previewAuthentication("${NUMBER}") { __typename } }` })],
  ["in the place of a selection", () => ({ query: `{ syncPolicy { "${NUMBER}" ${DIGITS} } }` })],
  ["in single quotes", () => asLiteral(`'${NUMBER}'`)],
  ["in a document that is nothing else", () => ({ query: NUMBER })],
  ["for variables", () => ({ query: asPart(NUMBER).query, variables: NUMBER as never })],
];

describe("a certificate number in the wrong place is in no answer and in no log:", () => {
  test.each(wrong)("%s", async (_what, ask) => {
    const body = JSON.stringify(ask());
    expect(body).toMatch(PARTS);

    const response = await fetch(service.url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    });

    const answer = await response.text();
    expect(JSON.parse(answer)).toMatchObject({ errors: [{ message: expect.stringMatching(/\S/) }] });
    expect(response.status).toBeLessThan(500);
    expect(answer).not.toMatch(PARTS);
    expect(log.text).not.toMatch(PARTS);
  });
});

describe("a certificate number", () => {
  test("is in no log where it is right, whether by POST or by GET", async () => {
    const given = { ...certificate, number: CREDIT_CODES[0] };
    const { query, variables } = asPart(given.number);
    const search = new URLSearchParams({ query, variables: JSON.stringify(variables) });

    const previewed = await fetch(`${service.url}?${search}`, { headers: { "apollo-require-preflight": "1" } });
    const committed = await service.client.ask(asVariable(given).query, { ...asVariable(given).variables });

    expect(await previewed.json()).toEqual({
      data: { previewAuthentication: { __typename: "AuthenticationPreview" } },
    });
    expect(committed).toEqual({ commitAuthentication: { __typename: "AuthenticationCommitted" } });
    expect(log.text).not.toContain(given.number);
    expect(log.text).not.toContain(accountId);
    expect(log.about('"method":"GET"')).toHaveLength(1);
  });

  const search = `?query=%7B${NUMBER}%7D&variables=%7B%22number%22:${DIGITS}%7D`;
  test.each<[what: string, path: string, headers: Record<string, string>]>([
    ["is not well-formed", search, { "apollo-require-preflight": "1" }],
    ["any page could have a browser make", search, {}],
    ["asks for a mutation", search.replace("%7B", "mutation%7B"), { "apollo-require-preflight": "1" }],
    ["has variables that are no JSON", `${search}x`, { "apollo-require-preflight": "1" }],
    ["goes to another path", `/${NUMBER}${search}`, {}],
    ["goes to a path that cannot be decoded", `/%zz${NUMBER}${search}`, {}],
    ["has too long a URL", `${search}&${NUMBER.repeat(1_000)}`, {}],
  ])("is in no log where a GET %s", async (_what, path, headers) => {
    const response = await fetch(service.url + path, { headers });

    expect(await response.json()).toHaveProperty("errors");
    expect(log.text).not.toMatch(PARTS);
  });
});

describe("a certificate number that was committed", () => {
  const NUMBERS = [NUMBER, `${NUMBER}-MEMBER`] as const;
  const canary = (number: string) => aCertificate({ country: "DE", type: "OTHER", number });

  /** A group that was committed, with a member that had a number of its own; whatever can be asked about it. */
  async function asked(client: GraphqlClient, given: Given): Promise<string[]> {
    const master = await given.master("Acme Ltd", "head");
    const [member] = await given.members(master, "Acme Ltd", "Acme Ltd", "Other Ltd");
    await given.authenticated(member, "Acme Ltd", canary(NUMBERS[1]));
    const request = { accountId: master.id, enterpriseName: "Acme Trading Ltd", certificate: canary(NUMBERS[0]) };
    const ask = async (name: keyof typeof DOCUMENTS, variables: Variables) =>
      JSON.stringify(await client.answer(DOCUMENTS[name], variables));

    const preview = await ask("previewAuthentication", { input: request });
    const previewToken = /"previewToken":"(.*?)"/.exec(preview)?.[1];
    await given.member(master, "Acme Ltd");
    const commit = { ...request, idempotencyKey: newId() };
    const answers = [
      preview,
      await ask("previewMembers", { id: master.id, name: "Acme Trading Ltd", first: 1 }),
      await ask("commitAuthentication", { input: { ...request, previewToken } }),
      await ask("commitAuthentication", { input: commit }),
      await ask("commitAuthentication", { input: commit }),
      await ask("commitAuthentication", { input: { ...commit, enterpriseName: "Acme Ltd" } }),
      await ask("commitAuthentication", { input: request }),
      await ask("previewAuthentication", { input: request }),
      await ask("renameEnterpriseAccount", { input: { accountId: master.id, enterpriseName: "Acme Ltd" } }),
      await ask("enterpriseAccount", { id: master.id }),
      await ask("enterpriseAccounts", { first: 2 }),
      await ask("enterpriseAccounts", { first: 1, filter: { authenticationStatus: "AUTHENTICATED" } }),
      await ask("members", { id: master.id, first: 1 }),
      await ask("members", { id: master.id, first: 1, filter: { enterpriseName: "Acme Trading Ltd" } }),
      await ask("authenticationHistory", { id: member.id, first: 1 }),
    ];
    const ids = answers.join().match(/(?<="(?:synchronization|snapshot)":\{"id":")[^"]+/g) ?? [];
    for (const id of new Set(ids)) answers.push(await ask("node", { id }), await ask("synchronizationMembers", { id }));
    return answers;
  }

  test("is in the certificate, and in no other part of an answer: no token, cursor, message or error", async () => {
    const answers = await asked(service.client, service.given);

    const whole = answers.join("\n");
    expect(whole.match(/"__typename":"\w+"/g)).toEqual(
      expect.arrayContaining(
        [
          "AuthenticationCommitted",
          "PreviewStale",
          "IdempotencyKeyReused",
          "AlreadyAuthenticated",
          "Synchronization",
        ].map((name) => `"__typename":"${name}"`),
      ),
    );
    for (const number of NUMBERS) expect(whole).toContain(`"number":"${number}"`);
    expect(opened(whole.replaceAll(/"number":"[^"]+"/g, ""))).not.toMatch(PARTS);
    expect(log.text).not.toMatch(PARTS);
  });

  test("is nowhere in an answer to whoever may not see it, and no token is in the log", async () => {
    const askingLog = new KeptLog();
    const asking = await startAskingService({ log: askingLog });
    const scopes = SCOPES.filter((scope) => scope !== "certificates:read");
    const token = await asking.issuer.sign(claimsOf("*", scopes));

    const answers = await asked(new GraphqlClient(asking.url, token), asking.given);

    await asking.close();
    const whole = opened(answers.join("\n"));
    expect(whole).toContain('"number":"CANA**********001"');
    expect(whole).not.toMatch(PARTS);
    expect(askingLog.text).not.toMatch(PARTS);
    for (const part of token.split(".")) expect(askingLog.text).not.toContain(part);
  });

  test("is not in the log where the database cannot keep it", async () => {
    const master = await service.given.master("Acme Ltd");
    const input = { accountId: master.id, enterpriseName: "Acme Ltd", certificate: canary(NUMBER) };
    // PostgreSQL quotes the whole row in what it says of it.
    await service.dataSource.query(
      "ALTER TABLE authentication_snapshots ADD CONSTRAINT full_up CHECK (false) NOT VALID",
    );

    const answer = await service.client.answer(DOCUMENTS.commitAuthentication, { input });

    await service.dataSource.query("ALTER TABLE authentication_snapshots DROP CONSTRAINT full_up");
    expect(answer.errors).toMatchObject([{ extensions: { code: "INTERNAL_SERVER_ERROR" } }]);
    expect(log.about("full_up")).toHaveLength(1);
    expect(JSON.stringify(answer)).not.toMatch(PARTS);
    expect(log.text).not.toMatch(PARTS);
  });
});
