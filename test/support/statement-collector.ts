import type { Logger } from "typeorm";

/** A statement, however it was laid out, and without the bounds that every transaction begins with. */
export function onOneLine(statement: string): string {
  return statement.replace(BOUNDS, "").trim().replace(/\s+/g, " ").replaceAll("( ", "(").replaceAll(" )", ")");
}

const BOUNDS = /(; SET LOCAL \w+_timeout = \d+)+/;

export interface RunStatement {
  readonly text: string;
  readonly values: unknown[];
}

/** Sees every statement that a data source runs. */
export class StatementCollector implements Logger {
  private collected: RunStatement[] | null = null;

  /** The statements that run during `work`, in their order, each on one line. */
  async during(work: () => Promise<unknown>): Promise<readonly string[]> {
    return (await this.withValuesDuring(work)).map(({ text }) => onOneLine(text));
  }

  /** The same, as they run. */
  async withValuesDuring(work: () => Promise<unknown>): Promise<readonly RunStatement[]> {
    const statements: RunStatement[] = [];
    this.collected = statements;
    try {
      await work();
      return statements;
    } finally {
      this.collected = null;
    }
  }

  logQuery(text: string, values: unknown[] = []): void {
    this.collected?.push({ text, values });
  }

  logQueryError(): void {}
  logQuerySlow(): void {}
  logSchemaBuild(): void {}
  logMigration(): void {}
  log(): void {}
}
