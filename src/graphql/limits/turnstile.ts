/** There is more to do than is done soon. Nothing was looked at. */
export class Overloaded extends Error {
  override readonly name = "Overloaded";

  constructor() {
    super("As many requests as may be are being worked on, or wait.");
  }
}

/** How long a request may wait for its turn, in milliseconds. */
const WAITS_FOR_MS = 500;
/** How many may wait for each that is worked on. */
const WAITING_EACH = 10;

/**
 * Has so many requests worked on at once, in the order in which they come, and refuses those whose turn does not come within
 * half a second: whoever is let in is answered soon, however many there are. What takes a place is the work alone, so that
 * clients that are slow to send or to read take nobody's.
 */
export class Turnstile {
  private underWay = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly atOnce: number) {}

  /** @throws Overloaded */
  async pass<T>(work: () => T | Promise<T>): Promise<T> {
    await this.enter();
    try {
      return await work();
    } finally {
      this.leave();
    }
  }

  private async enter(): Promise<void> {
    if (this.underWay < this.atOnce) this.underWay += 1;
    else await this.turn();
  }

  private turn(): Promise<void> {
    if (this.waiting.length >= WAITING_EACH * this.atOnce) throw new Overloaded();
    return new Promise((resolve, reject) => {
      const begin = () => {
        clearTimeout(patience);
        resolve();
      };
      const patience = setTimeout(() => {
        this.waiting.splice(this.waiting.indexOf(begin), 1);
        reject(new Overloaded());
      }, WAITS_FOR_MS);
      this.waiting.push(begin);
    });
  }

  /** To whoever has waited longest, if anybody does. */
  private leave(): void {
    const next = this.waiting.shift();
    if (next === undefined) this.underWay -= 1;
    else next();
  }
}
