import { type DocumentNode, type FieldNode, Kind, type SelectionNode, type SelectionSetNode, visit } from "graphql";
import type { QueryLimits } from "./query-limits.js";

/** What a document is measured by before anything of it runs. */
export type DocumentSize = Pick<QueryLimits, "depth" | "rootFields" | "aliases" | "repeats" | "directives">;

/** @param level how many selections it stands in */
type Measure = (selections: SelectionSetNode, level: number) => number;

/** Deeper than any document is let in, and not so deep that the stack ends. */
const MAX_LEVEL = 500;

/** The size of a document that is valid, so that no fragment spreads itself. */
export function sizeOf(document: DocumentNode): DocumentSize {
  const depth = spreading(
    document,
    Math.max,
    ({ selectionSet }, inside) => 1 + (selectionSet ? inside(selectionSet) : 0),
  );
  const rootFields = spreading(document, plus, () => 1);
  const size = { depth: 0, rootFields: 0, aliases: 0, repeats: 0, directives: 0 };
  visit(document, {
    OperationDefinition: ({ selectionSet }) => {
      size.depth = Math.max(size.depth, depth(selectionSet, 0));
      size.rootFields = Math.max(size.rootFields, rootFields(selectionSet, 0));
    },
    Field: ({ alias }) => {
      if (alias !== undefined) size.aliases += 1;
    },
    Directive: () => {
      size.directives += 1;
    },
    SelectionSet: (node) => {
      size.repeats = Math.max(size.repeats, repeatsIn(node));
    },
  });
  return size;
}

/** Measures selections as if their fragments stood in them, each fragment once: doubled again and again, they grow without end. */
function spreading(
  document: DocumentNode,
  join: (one: number, other: number) => number,
  ofField: (field: FieldNode, inside: (selections: SelectionSetNode) => number) => number,
): Measure {
  const definitions = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  const fragments = new Map(definitions.map(({ name, selectionSet }) => [name.value, selectionSet]));
  const measured = new Map<SelectionSetNode, number>();
  const of: Measure = (selectionSet, level) => {
    if (level > MAX_LEVEL) return Number.POSITIVE_INFINITY;
    let value = measured.get(selectionSet) ?? 0;
    if (measured.has(selectionSet)) return value;
    for (const node of selectionSet.selections) value = join(value, ofSelection(node, level + 1));
    measured.set(selectionSet, value);
    return value;
  };
  const ofSelection = (node: SelectionNode, level: number): number => {
    if (node.kind === Kind.FIELD) return ofField(node, (inside) => of(inside, level));
    if (node.kind === Kind.INLINE_FRAGMENT) return of(node.selectionSet, level);
    return of(fragments.get(node.name.value) as SelectionSetNode, level);
  };
  return of;
}

function plus(one: number, other: number): number {
  return one + other;
}

/** How often the name occurs that occurs most often. */
function repeatsIn({ selections }: SelectionSetNode): number {
  const times = new Map<string, number>();
  for (const selection of selections) {
    if (selection.kind === Kind.INLINE_FRAGMENT) continue;
    const name = `${selection.kind} ${selection.name.value}`;
    times.set(name, (times.get(name) ?? 0) + 1);
  }
  return Math.max(0, ...times.values());
}
