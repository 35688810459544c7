import type {
  AccountAnswer,
  CertificateAnswer,
  CommitAnswer,
  ConnectionAnswer,
  HistoryEdgeAnswer,
  NodeAnswer,
  PreviewResultAnswer,
  RegisterMasterAnswer,
  RegisterMemberAnswer,
  RegisterMembersAnswer,
  RenameAnswer,
  SnapshotAnswer,
} from "./graphql-answers.js";
import type { GraphqlClient, Variables } from "./graphql-client.js";
import { DOCUMENTS } from "./graphql-documents.js";

export interface AuthenticationInput {
  readonly accountId: string;
  readonly enterpriseName: string;
  readonly certificate: CertificateAnswer;
  readonly previewToken?: string | null;
  readonly idempotencyKey?: string | null;
}

/** The operations of the contract, each asked for everything that it can answer. */
export class GraphqlApi {
  constructor(private readonly client: GraphqlClient) {}

  registerMaster(input: {
    enterpriseName: string;
    reference?: string | null;
    idempotencyKey?: string | null;
  }): Promise<RegisterMasterAnswer> {
    return this.field("registerMasterAccount", { input });
  }

  registerMember(input: {
    masterId: string;
    enterpriseName: string;
    reference?: string | null;
    idempotencyKey?: string | null;
  }): Promise<RegisterMemberAnswer> {
    return this.field("registerMemberAccount", { input });
  }

  registerMembers(input: {
    masterId: string;
    members: readonly { enterpriseName: string; reference?: string | null }[];
    idempotencyKey?: string | null;
  }): Promise<RegisterMembersAnswer> {
    return this.field("registerMemberAccounts", { input });
  }

  rename(input: { accountId: string; enterpriseName: string }): Promise<RenameAnswer> {
    return this.field("renameEnterpriseAccount", { input });
  }

  preview(input: {
    accountId: string;
    enterpriseName: string;
    certificate?: CertificateAnswer | null;
  }): Promise<PreviewResultAnswer> {
    return this.field("previewAuthentication", { input });
  }

  commit(input: AuthenticationInput): Promise<CommitAnswer> {
    return this.field("commitAuthentication", { input });
  }

  account(id: string): Promise<AccountAnswer | null> {
    return this.field("enterpriseAccount", { id });
  }

  node(id: string): Promise<NodeAnswer | null> {
    return this.field("node", { id });
  }

  nodes(ids: readonly string[]): Promise<(NodeAnswer | null)[]> {
    return this.field("nodes", { ids });
  }

  async members(id: string, variables: Variables = {}): Promise<ConnectionAnswer<AccountAnswer>> {
    type Data = { enterpriseAccount: { members: ConnectionAnswer<AccountAnswer> } };
    return (await this.client.ask<Data>(DOCUMENTS.members, { id, ...variables })).enterpriseAccount.members;
  }

  async history(id: string): Promise<ConnectionAnswer<SnapshotAnswer, HistoryEdgeAnswer>> {
    type Data = { enterpriseAccount: { authenticationHistory: ConnectionAnswer<SnapshotAnswer, HistoryEdgeAnswer> } };
    return (await this.client.ask<Data>(DOCUMENTS.authenticationHistory, { id })).enterpriseAccount
      .authenticationHistory;
  }

  private async field<T>(name: keyof typeof DOCUMENTS, variables: Variables): Promise<T> {
    const data = await this.client.ask<Record<string, T>>(DOCUMENTS[name], variables);
    return data[name] as T;
  }
}
