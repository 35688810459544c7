/** Writes down what a client must not see, but never a parameter or a value, and answers with the id that it is found by. */
export type ReportError = (error: unknown) => string;
