import { useRef, useState } from "react";
import { NO_CERTIFICATE } from "./certificate-fields.js";

/** The certificate as it is typed, and what leads to its number where a commit lacks it. */
export function useCertificate() {
  const [typed, type] = useState(NO_CERTIFICATE);
  const [isAskedFor, setIsAskedFor] = useState(false);
  const numberField = useRef<HTMLInputElement>(null);

  function askForNumber() {
    setIsAskedFor(true);
    numberField.current?.focus();
  }

  const lacksNumber = typed.number.trim() === "";
  return { typed, type, numberField, askForNumber, lacksNumber, isMissed: isAskedFor && lacksNumber };
}
