/** Numbers of business licenses that are valid, of a division that does not exist. */
export const CERTIFICATES = [
  "91990000TT0000015J",
  "91990000TT0000023D",
  "91990000TT00000318",
  "91990000TT000004X0",
  "91990000TT00000580",
] as const;
