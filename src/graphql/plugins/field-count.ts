import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import { DEFAULT_SIZE, MAX_SIZE } from "../connections/connection.args.js";

type Type = GraphQLNamedType | null | undefined;

/** Deeper than anybody asks, and not so deep that the stack ends. */
const MAX_DEPTH = 200;

/** How many fields an operation can be answered with at most, where every page is full. */
export class FieldCount {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly ofFragments = new Map<string, number>();

  /** @param variables the values of the operation's variables, coerced */
  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly variables: Record<string, unknown>,
  ) {
    const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
    this.fragments = new Map(
      (fragments as FragmentDefinitionNode[]).map((fragment) => [fragment.name.value, fragment]),
    );
  }

  of({ operation, selectionSet }: OperationDefinitionNode): number {
    return this.inSelections(selectionSet, this.schema.getRootType(operation), 0);
  }

  private inSelections({ selections }: SelectionSetNode, type: Type, depth: number): number {
    if (depth > MAX_DEPTH) return Number.POSITIVE_INFINITY;
    let count = 0;
    for (const selection of selections) count += this.inSelection(selection, type, depth + 1);
    return count;
  }

  private inSelection(selection: SelectionNode, type: Type, depth: number): number {
    if (selection.kind === Kind.FIELD) return this.inField(selection, type, depth);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return this.inFragment(selection.name.value, depth);
    const { typeCondition, selectionSet } = selection;
    return this.inSelections(selectionSet, typeCondition ? this.schema.getType(typeCondition.name.value) : type, depth);
  }

  /** Counted once each: a fragment that spreads another one twice, and that one the next, would take for ever. */
  private inFragment(name: string, depth: number): number {
    const counted = this.ofFragments.get(name);
    const fragment = this.fragments.get(name);
    if (counted !== undefined || fragment === undefined) return counted ?? 0;
    const count = this.inSelections(
      fragment.selectionSet,
      this.schema.getType(fragment.typeCondition.name.value),
      depth,
    );
    this.ofFragments.set(name, count);
    return count;
  }

  private inField(node: FieldNode, parent: Type, depth: number): number {
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
    if (node.selectionSet === undefined || field === undefined) return 1;
    return 1 + this.size(field, node) * this.inSelections(node.selectionSet, getNamedType(field.type), depth);
  }

  /** How many elements a field has. What is out of bounds is refused later, and has none. */
  private size(field: GraphQLField<unknown, unknown>, node: FieldNode): number {
    const { first, last, ids, input } = getArgumentValues(field, node, this.variables);
    if (Array.isArray(ids)) return ids.length;
    const { members } = (input ?? {}) as { members?: unknown };
    if (Array.isArray(members)) return members.length;
    const isPaged = field.args.some(({ name }) => name === "first");
    return isPaged ? Math.max(0, Math.min(Number(first ?? last ?? DEFAULT_SIZE), MAX_SIZE)) : 1;
  }
}
