import assert from "node:assert/strict";

/** An account, as far as a test speaks of it. */
export interface Account {
  readonly id: string;
}

export interface Certificate {
  readonly country: string;
  readonly type: string;
  readonly number: string;
}

/** A certificate of an administrative division that does not exist. */
export function aCertificate(number = "91990000TT0000015J"): Certificate {
  return { country: "CN", type: "BUSINESS_LICENSE", number };
}

/** What a change answers with: the message is a refusal's. */
interface Changed {
  readonly message?: string;
  readonly account: Account;
}

interface WithHistory {
  readonly enterpriseAccount: { readonly authenticationHistory: { readonly edges: readonly { origin: string }[] } };
}

const MOST_AT_ONCE = 1_000;

/** Does by the API what a test needs to have been done, or what somebody else does meanwhile. */
export class Api {
  constructor(private readonly url: string) {}

  async master(enterpriseName: string, reference?: string): Promise<Account> {
    const registered = "... on MasterAccountRegistered { account { id } }";
    const input = { enterpriseName, reference };
    return (await this.change("registerMasterAccount", "RegisterMasterAccountInput", input, registered)).account;
  }

  async member({ id }: Account, enterpriseName: string, reference?: string): Promise<Account> {
    const registered = "... on MemberAccountRegistered { account { id } }";
    const input = { masterId: id, enterpriseName, reference };
    return (await this.change("registerMemberAccount", "RegisterMemberAccountInput", input, registered)).account;
  }

  async members({ id }: Account, names: readonly string[]): Promise<void> {
    for (let start = 0; start < names.length; start += MOST_AT_ONCE) {
      const members = names.slice(start, start + MOST_AT_ONCE).map((enterpriseName) => ({ enterpriseName }));
      await this.change("registerMemberAccounts", "RegisterMemberAccountsInput", { masterId: id, members });
    }
  }

  async rename({ id }: Account, enterpriseName: string): Promise<void> {
    const input = { accountId: id, enterpriseName };
    await this.change("renameEnterpriseAccount", "RenameEnterpriseAccountInput", input);
  }

  async authenticate({ id }: Account, enterpriseName: string, certificate = aCertificate()): Promise<void> {
    const input = { accountId: id, enterpriseName, certificate };
    await this.change("commitAuthentication", "CommitAuthenticationInput", input);
  }

  /** How often the account was authenticated, and how it came by what is in force. */
  async authentications({ id }: Account): Promise<readonly { origin: string }[]> {
    const document = "query ($id: ID!) { enterpriseAccount(id: $id) { authenticationHistory { edges { origin } } } }";
    const { enterpriseAccount } = await this.ask<WithHistory>(document, { id });
    return enterpriseAccount.authenticationHistory.edges;
  }

  /** Does it, or fails: what is refused here is a mistake in the test. */
  private async change(mutation: string, type: string, input: object, selection = "") {
    const fields = `... on Refusal { message } ${selection}`;
    const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${fields} } }`;
    const { [mutation]: answer } = await this.ask<Record<string, Changed>>(document, { input });
    assert.ok(answer);
    assert.equal(answer.message, undefined);
    return answer;
  }

  private async ask<Data>(query: string, variables: object): Promise<Data> {
    const response = await fetch(this.url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = await response.json();
    assert.equal(errors, undefined);
    return data;
  }
}
