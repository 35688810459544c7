import { type Command, Option } from "commander";
import { Certificate } from "../domain/certificate.js";
import { certificateType } from "../domain/certificate-type.js";
import { EnterpriseName } from "../domain/enterprise-name.js";
import { CommandFailure } from "./failure.js";
import { ask, isInteractive, standardInput } from "./terminal.js";

/** What an account is to be authenticated as, in the words of the command line. */
export interface AuthenticationOptions {
  readonly name: string;
  readonly certificateCountry?: string;
  readonly certificateType?: string;
  readonly certificateNumber?: string;
}

const NUMBER_HELP =
  "its number; - reads it from standard input. What stands in a command is kept by shells and seen in lists of processes";

/** Adds the options that preview and commit share. */
export function withAuthenticationOptions(command: Command): Command {
  return command
    .requiredOption("--name <name>", "the enterprise name that it is authenticated under")
    .option("--certificate-country <code>", "the certificate's country, such as CN")
    .option("--certificate-type <type>", "its type, such as BUSINESS_LICENSE")
    .addOption(new Option("--certificate-number <number>", NUMBER_HELP).env("NAMESAKE_CERTIFICATE_NUMBER"));
}

/** The name and the certificate; null where no country and no type is given. @throws DomainError */
export async function authenticationIn(options: AuthenticationOptions) {
  return { enterpriseName: EnterpriseName.of(options.name), certificate: await certificateIn(options) };
}

async function certificateIn(options: AuthenticationOptions): Promise<Certificate | null> {
  const { certificateCountry: country, certificateType: type } = options;
  if (country === undefined && type === undefined) return null;
  if (country === undefined || type === undefined) {
    throw CommandFailure.misused("A certificate has a country and a type: give both.");
  }
  return Certificate.of({ country, type: certificateType(type), number: await numberIn(options) });
}

async function numberIn({ certificateNumber }: AuthenticationOptions): Promise<string> {
  if (certificateNumber === "-") return standardInput();
  if (certificateNumber !== undefined) return certificateNumber;
  if (isInteractive()) return ask("Certificate number: ");
  throw CommandFailure.misused(
    "The certificate's number is missing: set NAMESAKE_CERTIFICATE_NUMBER, or give --certificate-number - and write it to standard input.",
  );
}
