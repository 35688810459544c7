import { TcpLine } from "../lines/tcp-line.js";
import { Replica, type ReplicaOptions } from "./replica.js";

/** A replica at an address that stays the same, as behind a supervisor and a load balancer, while it is killed and started again. */
export class StandingReplica {
  private constructor(
    private readonly options: ReplicaOptions,
    private readonly line: TcpLine,
    private replica: Replica,
  ) {}

  static async start(options: ReplicaOptions): Promise<StandingReplica> {
    const replica = await Replica.start(options);
    return new StandingReplica(options, await TcpLine.to(addressOf(replica)), replica);
  }

  get graphqlUrl(): string {
    return this.line.through(this.replica.graphqlUrl);
  }

  /** The one that stands there now. */
  get current(): Replica {
    return this.replica;
  }

  kill9(): Promise<void> {
    return this.replica.kill9();
  }

  /** Puts a new one in the place of one that has ended. */
  async startAgain(): Promise<void> {
    this.replica = await Replica.start(this.options);
    this.line.retarget(addressOf(this.replica));
  }

  async stop(): Promise<void> {
    await this.replica.stop();
    await this.line.close();
  }
}

function addressOf({ url }: Replica) {
  const { hostname, port } = new URL(url);
  return { host: hostname, port: Number(port) };
}
