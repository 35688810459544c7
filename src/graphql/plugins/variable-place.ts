import { type DocumentNode, Kind, type ValueNode, visit } from "graphql";
import type { ArgumentPath } from "../errors/bad-user-input.js";

/** Where a variable's value goes: to an argument, or to a part of one. */
export function placeOf(variable: string, document: DocumentNode): ArgumentPath {
  let place: ArgumentPath | null = null;
  visit(document, {
    Argument: ({ name, value }) => {
      const path = pathTo(variable, value);
      if (path !== null) place ??= [name.value, ...path];
    },
  });
  return place ?? [variable];
}

function pathTo(variable: string, value: ValueNode): ArgumentPath | null {
  if (value.kind === Kind.VARIABLE) return value.name.value === variable ? [] : null;
  for (const [key, part] of partsOf(value)) {
    const path = pathTo(variable, part);
    if (path !== null) return [key, ...path];
  }
  return null;
}

function partsOf(value: ValueNode): [string | number, ValueNode][] {
  if (value.kind === Kind.OBJECT) return value.fields.map((field) => [field.name.value, field.value]);
  return value.kind === Kind.LIST ? value.values.map((item, index) => [index, item]) : [];
}
