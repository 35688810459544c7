/** The data of the answers so far, by the name of the field that was asked for. */
export type Answers = Readonly<Record<string, unknown>>;

/** A place in an example's variables that no answer so far can fill. */
export class UnfilledPlaceholder extends Error {
  override readonly name = "UnfilledPlaceholder";

  constructor(readonly placeholder: string) {
    super(
      `{{${placeholder}}} stands for what an earlier example answers: run the one with ${placeholder.split(".")[0]} first.`,
    );
  }
}

/**
 * An example's variables, with what earlier answers gave in place of each `{{path.to.it}}`.
 * @throws UnfilledPlaceholder
 */
export function filled<Value>(variables: Value, answers: Answers): Value {
  if (typeof variables === "string") return filledText(variables, answers) as Value;
  if (Array.isArray(variables)) return variables.map((one) => filled(one, answers)) as Value;
  if (typeof variables !== "object" || variables === null) return variables;
  return Object.fromEntries(Object.entries(variables).map(([name, one]) => [name, filled(one, answers)])) as Value;
}

function filledText(text: string, answers: Answers): string {
  return text.replaceAll(/\{\{([\w.]+)\}\}/g, (_, path: string) => {
    const value = path.split(".").reduce<unknown>((at, name) => (at as Answers | null | undefined)?.[name], answers);
    if (typeof value !== "string") throw new UnfilledPlaceholder(path);
    return value;
  });
}
