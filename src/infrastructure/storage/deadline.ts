/** A moment by which something is to be done. */
export class Deadline {
  private constructor(private readonly at: number) {}

  /** @param ms from now on; 0 for no deadline at all */
  static in(ms: number): Deadline {
    return new Deadline(ms === 0 ? Number.POSITIVE_INFINITY : performance.now() + ms);
  }

  /** In milliseconds; none once it is over. */
  get left(): number {
    return Math.max(0, this.at - performance.now());
  }

  get isOver(): boolean {
    return this.left === 0;
  }
}
