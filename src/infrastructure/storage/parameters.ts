/** The parameters of one hand-written statement, numbered in the order they are added. */
export class Parameters {
  readonly values: unknown[] = [];

  /** Adds a value, and returns what stands for it in the SQL. The type is named: the server cannot always infer it. */
  add(value: unknown, type: "uuid" | "uuid[]" | "text" | "bigint" | "text[]" | "integer"): string {
    this.values.push(value);
    return `$${this.values.length}::${type}`;
  }
}
