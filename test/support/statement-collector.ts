import type { Logger } from "typeorm";

/** A statement, however it was laid out. */
export function onOneLine(statement: string): string {
  return statement.trim().replace(/\s+/g, " ").replaceAll("( ", "(").replaceAll(" )", ")");
}

/** Sees every statement that a data source runs. */
export class StatementCollector implements Logger {
  private collected: string[] | null = null;

  /** The statements that run during `work`, in their order, each on one line. */
  async during(work: () => Promise<unknown>): Promise<readonly string[]> {
    const statements: string[] = [];
    this.collected = statements;
    try {
      await work();
      return statements;
    } finally {
      this.collected = null;
    }
  }

  logQuery(statement: string): void {
    this.collected?.push(onOneLine(statement));
  }

  logQueryError(): void {}
  logQuerySlow(): void {}
  logSchemaBuild(): void {}
  logMigration(): void {}
  log(): void {}
}
