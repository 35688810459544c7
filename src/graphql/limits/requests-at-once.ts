/** The service works on as many requests as it can. Nothing was looked at. */
export class Overloaded extends Error {
  override readonly name = "Overloaded";

  constructor() {
    super("As many requests as may be are being worked on.");
  }
}

/**
 * Works on so many at once and refuses the others, for whoever is let in is to be answered soon. What counts is the work:
 * clients that are slow to send or to read, of which there may be many, take nobody's place.
 * @throws Overloaded
 */
export function atMost<Arguments extends unknown[], Result>(
  limit: number,
  work: (...given: Arguments) => Result | Promise<Result>,
): (...given: Arguments) => Promise<Result> {
  let underWay = 0;
  return async (...given) => {
    if (underWay >= limit) throw new Overloaded();
    underWay += 1;
    try {
      return await work(...given);
    } finally {
      underWay -= 1;
    }
  };
}
