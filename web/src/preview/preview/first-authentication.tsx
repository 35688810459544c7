import { AccountHeading } from "../accounts/account-heading.js";
import type { Committed } from "../commit/use-commit.js";
import { type FragmentType, readFragment } from "../graphql/fragment-masking.js";
import { graphql } from "../graphql/gql.js";
import { Notice } from "../parts/notice.js";
import { SAMPLE } from "../sample/sample-group.js";
import { SampleHint } from "../sample/sample-hint.js";
import { texts } from "../texts.js";
import { AuthenticationForm } from "./authentication-form.js";
import { Brief } from "./brief.js";
import { PreviewOutcome } from "./preview-outcome.js";
import { useCertificate } from "./use-certificate.js";
import { usePreview } from "./use-preview.js";
import { usePreviewInput } from "./use-preview-input.js";
import { useTypedName } from "./use-typed-name.js";

const FirstAuthenticationAccount = graphql(`
  fragment FirstAuthenticationAccount on EnterpriseAccount {
    id
    enterpriseName
    role
    reference
    ...AccountHeading
  }
`);

interface FirstAuthenticationProps {
  readonly account: FragmentType<typeof FirstAuthenticationAccount>;
  readonly onCommitted: (committed: Committed) => void;
  /** The account is no longer as it is shown. */
  readonly onOutdated: () => void;
}

/** An account that is not authenticated: what to authenticate it as, and what that would do. */
export function FirstAuthentication({ account: masked, onCommitted, onOutdated }: FirstAuthenticationProps) {
  const account = readFragment(FirstAuthenticationAccount, masked);
  const [name, typeName] = useTypedName(account.id);
  const certificate = useCertificate();
  const { input, isSettled } = usePreviewInput(account.id, name, certificate.typed);
  const preview = usePreview(input);
  const { problem } = preview;

  function errors() {
    if (isSettled && input !== null && problem?.kind === "input") return { [problem.field]: problem.message };
    return certificate.isMissed ? { number: texts.form.numberNeeded } : {};
  }

  return (
    <>
      <AccountHeading account={account} />
      {account.role === "MEMBER" && <Notice title={texts.account.isMember} />}
      <div className="workbench">
        <div className="workbench-form">
          <AuthenticationForm
            nameNow={account.enterpriseName}
            name={name}
            certificate={certificate.typed}
            numberField={certificate.numberField}
            errors={errors()}
            brief={input !== null && problem === null && <Brief previewed={preview.previewed} />}
            onName={typeName}
            onCertificate={certificate.type}
          />
          {account.reference === SAMPLE.reference && certificate.lacksNumber && (
            <SampleHint onCertificate={certificate.type} />
          )}
        </div>
        <PreviewOutcome
          preview={{ ...preview, isUpdating: preview.isUpdating || !isSettled }}
          nameNow={account.enterpriseName}
          isWaiting={input === null}
          onCommitted={onCommitted}
          onCertificateNeeded={certificate.askForNumber}
          onOutdated={onOutdated}
        />
      </div>
    </>
  );
}
