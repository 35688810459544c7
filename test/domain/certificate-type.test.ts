import { describe, expect, test } from "@jest/globals";
import { CERTIFICATE_TYPES, certificateType, InvalidCertificateType } from "../../src/domain/certificate-type.js";
import { DomainError } from "../../src/domain/domain-error.js";

const NAMES = [
  "BUSINESS_LICENSE",
  "PUBLIC_INSTITUTION_LEGAL_PERSON",
  "SOCIAL_ORGANIZATION_LEGAL_PERSON",
  "LAW_ENFORCEMENT_QUALIFICATION",
  "ORGANIZATION_CODE",
  "OTHER",
];

const wrong: readonly [what: string, raw: string][] = [
  ["small letters", "other"],
  ["a space behind it", "OTHER "],
  ["nothing", ""],
  ["the name of no type", "PASSPORT"],
  ["what every object has", "toString"],
];

describe("a certificate's type", () => {
  test("is one of six", () => {
    expect(CERTIFICATE_TYPES).toEqual(NAMES);
  });

  test.each(NAMES)("may be %s, which is what was given", (name) => {
    expect(certificateType(name)).toBe(name);
  });

  test.each(wrong)("is not %s", (_what, raw) => {
    const type = () => certificateType(raw);

    expect(type).toThrow(DomainError);
    expect(type).toThrow(
      new InvalidCertificateType(
        "A certificate's type is one of BUSINESS_LICENSE, PUBLIC_INSTITUTION_LEGAL_PERSON, SOCIAL_ORGANIZATION_LEGAL_PERSON, LAW_ENFORCEMENT_QUALIFICATION, ORGANIZATION_CODE, OTHER.",
      ),
    );
    expect(type).toThrow(expect.objectContaining({ code: "INVALID_CERTIFICATE_TYPE" }));
  });
});
