import { textScalar } from "./text.scalar.js";

export const CountryCodeScalar = textScalar({
  name: "CountryCode",
  description: "A country as ISO 3166-1 alpha-2 names it, in capital letters: `CN`.",
  specifiedByURL: "https://www.iso.org/iso-3166-country-codes.html",
  serialize: String,
});
