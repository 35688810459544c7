import {
  createOperationDescriptor,
  type Disposable,
  type Environment,
  fetchQuery,
  getFragment,
  getRequest,
  getSingularSelector,
  graphql,
  type SingularReaderSelector,
} from "relay-runtime";
import type { membersList_master$data } from "./__generated__/membersList_master.graphql.js";
import MembersPage, { type membersListPageQuery } from "./__generated__/membersListPageQuery.graphql.js";
import type { membersListQuery } from "./__generated__/membersListQuery.graphql.js";

const Members = graphql`
  query membersListQuery($masterId: ID!, $first: Int!) {
    enterpriseAccount(id: $masterId) {
      ...membersList_master @arguments(first: $first)
    }
  }
`;

// Further pages are asked for by `node(id:)`: the compiler writes that query.
const MembersOfMaster = graphql`
  fragment membersList_master on EnterpriseAccount
  @refetchable(queryName: "membersListPageQuery")
  @argumentDefinitions(first: { type: "Int!" }, after: { type: "String" }) {
    id
    enterpriseName
    members(first: $first, after: $after) @connection(key: "membersList_members") {
      edges {
        node {
          id
          enterpriseName
          authenticationStatus
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;

/** A master's members, as far as they are loaded. The store keeps them until the list is closed. */
export class MembersList {
  private constructor(
    private readonly environment: Environment,
    private readonly selector: SingularReaderSelector,
    private readonly pageSize: number,
    private readonly retained: Disposable,
  ) {}

  /** From the store where it is there and nothing has made it stale, else from the service. Null where there is no such account. */
  static async open(environment: Environment, masterId: string, pageSize = 20): Promise<MembersList | null> {
    const variables = { masterId, first: pageSize };
    const options = { fetchPolicy: "store-or-network" } as const;
    const data = await fetchQuery<membersListQuery>(environment, Members, variables, options).toPromise();
    if (!data?.enterpriseAccount) return null;
    const selector = getSingularSelector(getFragment(MembersOfMaster), data.enterpriseAccount);
    const retained = environment.retain(createOperationDescriptor(getRequest(Members), variables));
    return new MembersList(environment, selector, pageSize, retained);
  }

  /** What is loaded so far. */
  get current(): membersList_master$data {
    return this.environment.lookup(this.selector).data as unknown as membersList_master$data;
  }

  /** Adds the next page; false where the list is complete. */
  async loadMore(): Promise<boolean> {
    const { id, members } = this.current;
    if (!members.pageInfo.hasNextPage) return false;
    const variables = { id, first: this.pageSize, after: members.pageInfo.endCursor };
    await fetchQuery<membersListPageQuery>(this.environment, MembersPage, variables).toPromise();
    return true;
  }

  /** Lets the store forget it. */
  close(): void {
    this.retained.dispose();
  }
}
