/** How much one document may ask for. Each is a largest value that is still answered. */
export interface QueryLimits {
  /** Lexical tokens of the document. */
  readonly tokens: number;
  /** Fields in fields, fragments spread out. */
  readonly depth: number;
  /** Root fields of an operation, fragments spread out. */
  readonly rootFields: number;
  /** Aliases in the document. */
  readonly aliases: number;
  /** How often one selection set names the same field, also by aliases, or spreads the same fragment. */
  readonly repeats: number;
  /** Directives in the document. */
  readonly directives: number;
  /** What the answer costs, every page taken for full: see `CostEstimate`. */
  readonly cost: number;
}
