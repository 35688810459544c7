import fc from "fast-check";
import type { CopyingModel } from "./copying-model.js";
import { compareAccounts } from "./copying-model-comparison.js";
import { aCertificate, aName, CREDIT_CODES, newId } from "./samples.js";
import type { SideBySide } from "./side-by-side.js";

/** One thing that is asked of service and model, after which both must show the same accounts and histories. */
class Step<Input> implements fc.AsyncCommand<CopyingModel, SideBySide> {
  constructor(
    private readonly title: string,
    private readonly input: Input,
    private readonly play: (input: Input, both: SideBySide) => Promise<void> | undefined,
  ) {}

  check(): boolean {
    return true;
  }

  async run(model: CopyingModel, both: SideBySide): Promise<void> {
    await this.play(this.input, both);
    await compareAccounts(model, both.given);
  }

  toString(): string {
    return `${this.title}(${fc.stringify(this.input)})`;
  }
}

// Few names, each in several spellings, so that they meet often.
const names = ["Acme Ltd", "ACME  ltd", "Ａｃｍｅ Ltd", "示例（集团）公司", "示例(集团) 公司", "Beta"];
const name = fc.constantFrom(...names).map(aName);
const certificate = fc.constantFrom(...CREDIT_CODES.slice(0, 2)).map((number) => aCertificate({ number }));
const key = fc.oneof({ arbitrary: fc.constant(null), weight: 3 }, fc.constantFrom(..."abcdefgh"));
const place = fc.nat(11);
const reference = fc.oneof({ arbitrary: fc.constant(null), weight: 2 }, fc.constantFrom(..."12345678"));
const registration = fc.record({ name, reference });
const registrations = fc.array(registration, { minLength: 1, maxLength: 4 });

/** What may be asked, some of it more often. */
export const steps: fc.Arbitrary<fc.AsyncCommand<CopyingModel, SideBySide>>[] = [
  step(1, "registerMaster", fc.record({ registration, key }), ({ registration, key }, both) =>
    both.registerMaster(registration, key),
  ),
  step(2, "registerMember", fc.record({ place, registration, key }), ({ place, registration, key }, both) =>
    both.registerMember(master(place, both), registration, key),
  ),
  step(1, "registerMembers", fc.record({ place, registrations, key }), ({ place, registrations, key }, both) =>
    both.registerMembers(master(place, both), registrations, key),
  ),
  step(2, "rename", fc.record({ place, name }), ({ place, name }, both) => both.rename(anyone(place, both), name)),
  step(3, "commit", fc.record({ place, name, certificate, key }), ({ place, key, ...input }, both) =>
    both.commit({ ...input, accountId: anyone(place, both) }, { key, held: null }),
  ),
  step(1, "preview", fc.record({ place, name, certificate: fc.option(certificate) }), ({ place, ...input }, both) =>
    both.preview({ ...input, accountId: master(place, both) }),
  ),
  step(2, "previewAndCommit", fc.record({ place, name, certificate, key }), async ({ place, key, ...input }, both) => {
    const request = { ...input, accountId: master(place, both) };
    await both.preview(request);
    await both.commit(request, { key, held: both.lastPreview });
  }),
  // The last preview may be of another state by now; now and then it is used for another account.
  step(1, "commitAsPreviewed", fc.record({ place, certificate, key }), ({ place, certificate, key }, both) => {
    const held = both.lastPreview;
    const accountId = place === 0 ? anyone(place, both) : held?.preview.accountId;
    return held && accountId ? both.commit({ ...held.preview, accountId, certificate }, { key, held }) : undefined;
  }),
  step(1, "repeat", place, (place, { repeatable }) => repeatable[place % repeatable.length]?.()),
].flat();

/** Two groups that bear the same names. */
export async function startWithTwoGroups(both: SideBySide): Promise<void> {
  for (const [place, master] of ["Acme Ltd", "Beta"].entries()) {
    await both.registerMaster({ name: aName(master), reference: "1" }, null);
    for (const member of ["ACME ltd", "示例（集团）公司", "Beta"]) {
      await both.registerMember(mastersOf(both)[place] ?? "", { name: aName(member), reference: null }, null);
    }
  }
}

function step<Input>(
  weight: number,
  title: string,
  input: fc.Arbitrary<Input>,
  play: (input: Input, both: SideBySide) => Promise<void> | undefined,
): fc.Arbitrary<Step<Input>>[] {
  const steps = input.map((given) => new Step(title, given, play));
  return Array.from({ length: weight }, () => steps);
}

const NOBODY = newId();

/** Any account, and sometimes nobody. */
function anyone(place: number, { model: { accounts } }: SideBySide): string {
  return accounts[place % (accounts.length + 1)]?.id ?? NOBODY;
}

/** A master, more often than not. */
function master(place: number, both: SideBySide): string {
  const masters = mastersOf(both);
  return place < 9 ? (masters[place % masters.length] ?? NOBODY) : anyone(place, both);
}

function mastersOf({ model }: SideBySide): string[] {
  return model.accounts.filter(({ masterId }) => masterId === null).map(({ id }) => id);
}
