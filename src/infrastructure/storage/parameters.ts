type SqlType = "uuid" | "text" | "bigint" | "integer" | "timestamptz" | "boolean";

/** The parameters of one hand-written statement, numbered in the order they are added. */
export class Parameters {
  readonly values: unknown[] = [];

  /** Adds a value, and returns what stands for it in the SQL. The type is named: the server cannot always infer it. */
  add(value: unknown, type: SqlType | `${SqlType}[]`): string {
    this.values.push(value);
    return `$${this.values.length}::${type}`;
  }

  /** A row for each item: `unnest` of as many arrays as there are columns, however many rows. */
  addRows<T>(items: readonly T[], columns: readonly Column<T>[]): string {
    return `unnest(${columns.map(({ type, value }) => this.add(items.map(value), `${type}[]`)).join(", ")})`;
  }
}

/** A column of rows, and what an item has in it. */
export interface Column<T> {
  readonly name: string;
  readonly type: SqlType;
  readonly value: (item: T) => unknown;
}
