import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { KeptLog } from "../support/graphql-log.js";
import { startTestService, type TestService } from "../support/graphql-service.js";
import { CREDIT_CODES } from "../support/samples.js";

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
