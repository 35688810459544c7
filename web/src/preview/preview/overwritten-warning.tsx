import { Notice } from "../parts/notice.js";
import { texts } from "../texts.js";

/** Says plainly that verified identities would be overwritten. Only with a certificate may some of them be confirmed instead. */
export function OverwrittenWarning({ count, hasCertificate }: { count: number; hasCertificate: boolean }) {
  const { overwritten, overwrittenMore, overwrittenOrConfirmed, overwrittenOrConfirmedMore } = texts.preview;
  return (
    <Notice tone="warning" title={hasCertificate ? overwrittenOrConfirmed(count) : overwritten(count)}>
      <p>{hasCertificate ? overwrittenOrConfirmedMore : overwrittenMore}</p>
    </Notice>
  );
}
