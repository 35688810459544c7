import { Notice } from "../parts/notice.js";
import type { TypedCertificate } from "../preview/certificate-fields.js";
import { texts } from "../texts.js";
import { SAMPLE, sampleCertificate } from "./sample-group.js";

/** How to see a member confirmed in the sample group. */
export function SampleHint({ onCertificate }: { onCertificate: (certificate: TypedCertificate) => void }) {
  return (
    <Notice title={texts.sample.title}>
      <p>{texts.sample.hint}</p>
      <button type="button" onClick={() => onCertificate(sampleCertificate(SAMPLE.number))}>
        {texts.sample.fill}
      </button>
    </Notice>
  );
}
