import type { ImportLine } from "../../src/application/import-line.js";

/** A line of an import that gives nothing. */
export const NO_LINE: ImportLine = {
  number: 0,
  reference: null,
  enterpriseName: null,
  masterReference: null,
  role: null,
  certificateCountry: null,
  certificateType: null,
  certificateNumber: null,
  authenticatedAt: null,
};
