import { TcpLine } from "../lines/tcp-line.js";
import { Replica, type ReplicaOptions } from "./replica.js";

/** A replica at an address that stays the same, as behind a supervisor and a load balancer, while it is killed and started again. */
export class StandingReplica {
  private spare: Replica | null = null;

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

  /** Has another one at hand, listening, for when this one has ended. */
  async prepare(): Promise<void> {
    this.spare ??= await Replica.start(this.options);
  }

  /** Puts the one at hand, or a new one, in the place of one that has ended. */
  async startAgain(): Promise<void> {
    await this.prepare();
    this.replica = this.spare as Replica;
    this.spare = null;
    this.line.retarget(addressOf(this.replica));
  }

  async stop(): Promise<void> {
    await this.spare?.stop();
    await this.replica.stop();
    await this.line.close();
  }
}

function addressOf({ url }: Replica) {
  const { hostname, port } = new URL(url);
  return { host: hostname, port: Number(port) };
}
