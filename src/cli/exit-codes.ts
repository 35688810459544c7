/** What the exit codes of the command line mean. */
export const EXIT = {
  done: 0,
  /** The database cannot be reached, or the service has a fault of its own. */
  failed: 1,
  /** The command was not used as it is to be: an option, an argument, a file that is not there. */
  misused: 2,
  /** Nothing is broken, and the answer is no: a refusal, bad lines, migrations that are pending. */
  refused: 3,
  /** EX_CONFIG of sysexits.h: a setting is wrong. */
  misconfigured: 78,
  /** As shells say it of a command that SIGINT ended. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export const EXIT_CODES_HELP = `
Exit codes:
  0    done
  1    the database cannot be used, or the service has a fault of its own
  2    the command was used wrongly: an option, an argument, or a file that is not there
  3    refused: by a rule, for bad lines, or because migrations are pending (migrate --check)
  78   a setting is wrong
  130  interrupted; what was written stays`;
