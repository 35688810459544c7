import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import {
  type AskedConnection,
  listConnection,
  membersConnection,
  previewConnection,
  readPage,
} from "../support/graphql-connections.js";
import { startTestService, type TestService } from "../support/graphql-service.js";

let service: TestService;
let ids: { previewed: string; authenticated: string };

beforeAll(async () => {
  service = await startTestService();
  const { given } = service;
  const previewed = await given.master("北京示例（集团）有限公司");
  const [own] = await given.members(previewed, "Acme Ltd", "北京示例(集团) 有限公司", "Other Ltd", "Acme Trading Ltd");
  await given.authenticated(own, "Acme Ltd");
  const authenticated = await given.master("Shipping Ltd");
  await given.members(authenticated, "Shipping Ltd", "Other Ltd", "Ｏｔｈｅｒ  LTD");
  await given.authenticated(authenticated, "Shipping Trading Ltd");
  ids = { previewed: previewed.id, authenticated: authenticated.id };
});

afterAll(() => service.close());

interface Listed {
  readonly enterpriseName?: string;
  readonly nameBefore?: string;
}

async function namesIn(connection: AskedConnection): Promise<(string | undefined)[]> {
  const { nodes } = await readPage(service.client, connection);
  return nodes.map((node) => (node as Listed).enterpriseName ?? (node as Listed).nameBefore);
}

describe("accounts", () => {
  const all = [
    "Ｏｔｈｅｒ  LTD",
    "Other Ltd",
    "Shipping Trading Ltd",
    "Shipping Trading Ltd",
    "Acme Trading Ltd",
    "Other Ltd",
    "北京示例(集团) 有限公司",
    "Acme Ltd",
    "北京示例（集团）有限公司",
  ];

  test.each<[object | null, string[]]>([
    [null, all],
    [{}, all],
    [{ role: null, enterpriseName: null }, all],
    [{ role: "MASTER" }, ["Shipping Trading Ltd", "北京示例（集团）有限公司"]],
    [{ role: "MEMBER" }, all.filter((_, index) => index !== 3 && index !== 8)],
    [{ enterpriseName: "other ltd" }, ["Ｏｔｈｅｒ  LTD", "Other Ltd", "Other Ltd"]],
    [{ enterpriseName: " 北京示例 ( 集团 ) 有限公司 " }, ["北京示例(集团) 有限公司", "北京示例（集团）有限公司"]],
    [{ enterpriseName: "SHIPPING TRADING LTD" }, ["Shipping Trading Ltd", "Shipping Trading Ltd"]],
    [{ enterpriseName: "Shipping Ltd" }, []],
    [{ authenticationStatus: "AUTHENTICATED" }, ["Shipping Trading Ltd", "Shipping Trading Ltd", "Acme Ltd"]],
    [{ role: "MASTER", authenticationStatus: "NOT_AUTHENTICATED" }, ["北京示例（集团）有限公司"]],
    [{ role: "MEMBER", authenticationStatus: "AUTHENTICATED", enterpriseName: "Acme Ltd" }, ["Acme Ltd"]],
    [{ role: "MEMBER", enterpriseName: "shipping trading ltd" }, ["Shipping Trading Ltd"]],
    [{ role: "MASTER", enterpriseName: "Other Ltd" }, []],
    [{ enterpriseName: "Other Ltd." }, []],
  ])("that fit %j are %j, newest first", async (filter, expected) => {
    const names = await namesIn(listConnection(filter));

    expect(names).toEqual(expected);
  });
});

describe("members", () => {
  test.each<[keyof typeof ids, object | null, string[]]>([
    ["authenticated", null, ["Shipping Trading Ltd", "Other Ltd", "Ｏｔｈｅｒ  LTD"]],
    ["authenticated", { authenticationStatus: "AUTHENTICATED" }, ["Shipping Trading Ltd"]],
    ["authenticated", { authenticationStatus: "NOT_AUTHENTICATED" }, ["Other Ltd", "Ｏｔｈｅｒ  LTD"]],
    ["authenticated", { enterpriseName: "OTHER LTD" }, ["Other Ltd", "Ｏｔｈｅｒ  LTD"]],
    ["authenticated", { enterpriseName: "Shipping Ltd" }, []],
    ["authenticated", { enterpriseName: "Shipping Trading Ltd" }, ["Shipping Trading Ltd"]],
    ["authenticated", { authenticationStatus: "AUTHENTICATED", enterpriseName: "Other Ltd" }, []],
    ["previewed", { authenticationStatus: "AUTHENTICATED" }, ["Acme Ltd"]],
    ["previewed", { authenticationStatus: "NOT_AUTHENTICATED", enterpriseName: "Acme Ltd" }, []],
    [
      "previewed",
      { authenticationStatus: null, enterpriseName: null },
      ["Acme Ltd", "北京示例(集团) 有限公司", "Other Ltd", "Acme Trading Ltd"],
    ],
  ])("of the %s master that fit %j are %j, in their order", async (master, filter, expected) => {
    const names = await namesIn(membersConnection(ids[master], filter));

    expect(names).toEqual(expected);
  });
});

describe("members of a preview", () => {
  const [before, after, other, own] = ["北京示例(集团) 有限公司", "Acme Trading Ltd", "Other Ltd", "Acme Ltd"];

  test.each<[object | null, string[]]>([
    [null, [own, before, other, after]],
    [{}, [own, before, other, after]],
    [{ synchronized: null, reason: null }, [own, before, other, after]],
    [{ synchronized: true }, [after, before]],
    [{ synchronized: false }, [own, other]],
    [{ reason: "SAME_NAME_BEFORE" }, [before]],
    [{ reason: "SAME_NAME_AFTER" }, [after]],
    [{ reason: "DIFFERENT_NAME" }, [own, other]],
    [{ synchronized: true, reason: "SAME_NAME_AFTER" }, [after]],
    [{ synchronized: false, reason: "DIFFERENT_NAME" }, [own, other]],
    [{ synchronized: true, reason: "DIFFERENT_NAME" }, []],
    [{ synchronized: false, reason: "SAME_NAME_BEFORE" }, []],
  ])("that fit %j are %j", async (filter, expected) => {
    const names = await namesIn(previewConnection(ids.previewed, "acme trading ltd", filter));

    expect(names).toEqual(expected);
  });
});
