import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type AccountAnswer, as, type SnapshotAnswer } from "../support/graphql-answers.js";
import { startTestService, type TestService } from "../support/graphql-service.js";
import { CREDIT_CODES } from "../support/samples.js";

interface KeyedAnswer {
  readonly __typename: string;
  readonly account?: AccountAnswer;
  readonly accounts?: readonly AccountAnswer[];
  readonly snapshot?: SnapshotAnswer;
  readonly replayed?: boolean;
}

type Ask = (idempotencyKey: string | null) => Promise<KeyedAnswer>;

/** A mutation that takes a key: asked for one thing, for another, and for what is refused. */
interface Keyed {
  readonly same: Ask;
  readonly other: Ask;
  readonly refused?: Ask;
}

const certificate = { country: "CN", type: "BUSINESS_LICENSE", number: CREDIT_CODES[0] } as const;

const mutations: Record<string, () => Promise<Keyed>> = {
  registerMasterAccount: async () => ({
    same: (idempotencyKey) => service.api.registerMaster({ enterpriseName: "Acme Ltd", idempotencyKey }),
    other: (idempotencyKey) => service.api.registerMaster({ enterpriseName: "ACME Ltd", idempotencyKey }),
  }),

  registerMemberAccount: async () => {
    const { id: masterId } = await service.given.master("Acme Ltd");
    return {
      same: (idempotencyKey) => service.api.registerMember({ masterId, enterpriseName: "Acme Ltd", idempotencyKey }),
      other: (idempotencyKey) => service.api.registerMember({ masterId, enterpriseName: "Other Ltd", idempotencyKey }),
      refused: (idempotencyKey) =>
        service.api.registerMember({ masterId: "nothing", enterpriseName: "Acme Ltd", idempotencyKey }),
    };
  },

  registerMemberAccounts: async () => {
    const { id: masterId } = await service.given.master("Acme Ltd", "head");
    const members = [{ enterpriseName: "Beta Ltd", reference: "1" }, { enterpriseName: "Acme Ltd" }];
    return {
      same: (idempotencyKey) => service.api.registerMembers({ masterId, members, idempotencyKey }),
      other: (idempotencyKey) =>
        service.api.registerMembers({ masterId, members: members.toReversed(), idempotencyKey }),
      refused: (idempotencyKey) => service.api.registerMembers({ masterId: "nothing", members, idempotencyKey }),
    };
  },

  commitAuthentication: async () => {
    const master = await service.given.master("Acme Ltd");
    await service.given.members(master, "Acme Ltd", "Other Ltd");
    const input = { accountId: master.id, enterpriseName: "Acme Ltd", certificate };
    return {
      same: (idempotencyKey) => service.api.commit({ ...input, idempotencyKey }),
      other: (idempotencyKey) =>
        service.api.commit({ ...input, certificate: { ...certificate, number: CREDIT_CODES[1] }, idempotencyKey }),
      refused: (idempotencyKey) => service.api.commit({ ...input, accountId: "nothing", idempotencyKey }),
    };
  },
};

/** Of what a request brought about; none where it was refused. */
const idsIn = ({ account, accounts = account ? [account] : [] }: KeyedAnswer) => accounts.map(({ id }) => id);

const names = Object.keys(mutations);
const started = (name: string) => (mutations[name] as () => Promise<Keyed>)();

let service: TestService;
let keys = 0;

beforeAll(async () => {
  service = await startTestService();
});

afterAll(() => service.close());

function newKey(): string {
  keys += 1;
  return `key ${keys}`;
}

async function rows(): Promise<unknown> {
  const [counts] = await service.dataSource.query(`
    SELECT (SELECT count(*) FROM enterprise_accounts) AS accounts,
      (SELECT sum(revision) FROM account_groups) AS revisions,
      (SELECT count(*) FROM authentication_snapshots) AS snapshots,
      (SELECT count(*) FROM idempotency_keys) AS keys`);
  return counts;
}

describe.each(names)("an idempotency key of %s", (name) => {
  test("has a request done once, and answered as often as it is made", async () => {
    const { same } = await started(name);
    const key = newKey();
    const first = await same(key);
    const before = await rows();

    const second = await same(key);

    expect(first.replayed).toBe(false);
    expect(idsIn(first)).not.toEqual([]);
    expect(second).toEqual({ ...first, replayed: true });
    expect(await rows()).toEqual(before);
  });

  test("has one effect, where ten requests with it are made at the same time", async () => {
    const { same } = await started(name);
    const key = newKey();

    const answers = await Promise.all(Array.from({ length: 10 }, () => same(key)));

    expect(answers.filter(({ replayed }) => replayed === false)).toHaveLength(1);
    expect(answers.filter(({ replayed }) => replayed === true)).toHaveLength(9);
    expect(new Set(answers.map((answer) => idsIn(answer).join())).size).toBe(1);
    expect(new Set(answers.map(({ snapshot }) => snapshot?.id)).size).toBe(1);
  });

  test("is refused for other input", async () => {
    const { same, other } = await started(name);
    const key = newKey();
    await same(key);
    const before = await rows();

    const answer = await other(key);

    const message = "This idempotency key was used with another input before; take a new one for a new request.";
    expect(answer).toEqual({ __typename: "IdempotencyKeyReused", message });
    expect(await same(key)).toMatchObject({ replayed: true });
    expect(await rows()).toEqual(before);
  });

  test.each(names.filter((other) => other !== name))("is refused for %s", async (other) => {
    const key = newKey();
    await (await started(name)).same(key);

    const answer = await (await started(other)).same(key);

    expect(answer.__typename).toBe("IdempotencyKeyReused");
  });

  test("is none where it is null", async () => {
    const { same } = await started(name);

    const answers = [await same(null), await same(null)];

    expect(answers.map(({ replayed }) => replayed)).not.toContain(true);
  });
});

describe.each(["registerMemberAccount", "registerMemberAccounts", "commitAuthentication"])(
  "an idempotency key of %s",
  (name) => {
    test("is not consumed by a refusal", async () => {
      const { refused, same } = await started(name);
      const key = newKey();

      const answers = [await refused?.(key), await same(key)];

      expect(answers).toMatchObject([{ __typename: "AccountNotFound" }, { replayed: false }]);
    });
  },
);

describe("an idempotency key", () => {
  test.each([
    ["one character", "k"],
    ["255 characters beyond the basic plane", "𠮷".repeat(255)],
    ["white space", "  "],
    ["line breaks and SQL", "'; DROP TABLE idempotency_keys; --\r\n"],
    ["what every object has", "__proto__"],
  ])("may be %s", async (_what, idempotencyKey) => {
    const input = { enterpriseName: "Acme Ltd", idempotencyKey };

    const answers = [await service.api.registerMaster(input), await service.api.registerMaster(input)];

    expect(answers).toMatchObject([{ replayed: false }, { replayed: true }]);
  });

  test("is compared to the letter", async () => {
    const asked = ["Key", "key", "key ", "ｋey"].map((idempotencyKey) => ({
      enterpriseName: "Acme Ltd",
      idempotencyKey,
    }));

    const answers = await Promise.all(asked.map((input) => service.api.registerMaster(input)));

    expect(answers.map((answer) => "replayed" in answer && answer.replayed)).toEqual([false, false, false, false]);
  });

  test("has an account answered as it is now", async () => {
    const input = { enterpriseName: "Acme Ltd", idempotencyKey: newKey() };
    const { account } = as("MasterAccountRegistered", await service.api.registerMaster(input));
    await service.api.rename({ accountId: account.id, enterpriseName: "Acme Trading Ltd" });

    const answer = await service.api.registerMaster(input);

    const renamed = { ...account, enterpriseName: "Acme Trading Ltd" };
    const registered = { __typename: "MasterAccountRegistered", account: renamed, howToBeGranted: null };
    expect(answer).toEqual({ ...registered, replayed: true });
  });

  test("has a commit answered whose preview would be stale by now", async () => {
    const master = await service.given.master("Acme Ltd");
    const request = { accountId: master.id, enterpriseName: "Acme Ltd", certificate };
    const { previewToken } = as("AuthenticationPreview", await service.api.preview(request));
    const input = { ...request, previewToken, idempotencyKey: newKey() };
    const first = await service.api.commit(input);
    await service.given.member(master, "Acme Ltd");

    const second = await service.api.commit(input);

    expect(second).toEqual({ ...first, replayed: true });
  });

  test.each([
    ["empty", ""],
    ["256 characters", "𠮷".repeat(256)],
    ["U+0000", "a\u0000"],
    ["half of a surrogate pair", "a\ud842"],
  ])("is malformed input where it is %s", async (_what, idempotencyKey) => {
    const document =
      "mutation ($input: RegisterMasterAccountInput!) { registerMasterAccount(input: $input) { __typename } }";

    const errors = await service.client.errors(document, { input: { enterpriseName: "Acme Ltd", idempotencyKey } });

    const message = "An idempotency key has 1 to 255 characters; U+0000 and broken surrogate pairs are not among them.";
    const extensions = {
      code: "BAD_USER_INPUT",
      argument: ["input", "idempotencyKey"],
      reason: "INVALID_IDEMPOTENCY_KEY",
    };
    expect(errors).toMatchObject([{ message, path: ["registerMasterAccount"], extensions }]);
  });
});
