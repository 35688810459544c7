import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionNode,
  type SelectionSetNode,
  TypeMetaFieldDef,
} from "graphql";
import { DEFAULT_SIZE, MAX_SIZE } from "../connections/connection.args.js";
import { isPaged, weightOf } from "./field-weights.js";

type Type = GraphQLNamedType | null | undefined;
type Field = GraphQLField<unknown, unknown>;

/** The arguments that say how many elements a field has. */
interface FieldArguments {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly ids?: readonly unknown[];
  readonly input?: { readonly members?: readonly unknown[] };
}

/** How many fields a type is taken to have, how many arguments a field, and so on: in the schema they are 2 on average. */
const INTROSPECTED_SIZE = 3;

/**
 * What an operation costs at most: each field of the answer by its weight, where every page is full and every condition
 * holds. A field in a list counts as often as the list has elements.
 */
export class CostEstimate {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly ofFragments = new Map<string, number>();

  /** @param variables the values of the operation's variables, coerced */
  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly variables: Record<string, unknown>,
  ) {
    const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
    this.fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  }

  of({ operation, selectionSet }: OperationDefinitionNode): number {
    return Math.min(this.inSelections(selectionSet, this.schema.getRootType(operation)), Number.MAX_SAFE_INTEGER);
  }

  private inSelections({ selections }: SelectionSetNode, type: Type): number {
    return selections.reduce((cost, selection) => cost + this.inSelection(selection, type), 0);
  }

  private inSelection(selection: SelectionNode, type: Type): number {
    if (selection.kind === Kind.FIELD) return this.inField(selection, type);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return this.inFragment(selection.name.value);
    const { typeCondition, selectionSet } = selection;
    return this.inSelections(selectionSet, typeCondition ? this.schema.getType(typeCondition.name.value) : type);
  }

  /** Estimated once each: a fragment that spreads another one twice, and that one the next, would take for ever. */
  private inFragment(name: string): number {
    const known = this.ofFragments.get(name);
    const fragment = this.fragments.get(name);
    if (known !== undefined || fragment === undefined) return known ?? 0;
    const cost = this.inSelections(fragment.selectionSet, this.schema.getType(fragment.typeCondition.name.value));
    this.ofFragments.set(name, cost);
    return cost;
  }

  private inField(node: FieldNode, parent: Type): number {
    const field = parent && this.fieldOf(parent, node.name.value);
    if (!field) return 1;
    const args = getArgumentValues(field, node, this.variables) as FieldArguments;
    const given = args.ids?.length ?? args.input?.members?.length;
    const own = weightOf(parent, field) * (given ?? 1);
    if (node.selectionSet === undefined) return own;
    const size = given ?? (isPaged(field) ? pageSize(args) : this.introspectedSize(field));
    return own + size * this.inSelections(node.selectionSet, getNamedType(field.type));
  }

  private fieldOf(parent: GraphQLNamedType, name: string): Field | undefined {
    if (parent === this.schema.getQueryType()) {
      if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
      if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
    }
    return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
  }

  /** How many elements a list of introspection has; 1 for any other field, since the few lists of values are short. */
  private introspectedSize({ name, type }: Field): number {
    if (!isListType(getNullableType(type)) || !isIntrospectionType(getNamedType(type))) return 1;
    return name === "types" ? Object.keys(this.schema.getTypeMap()).length : INTROSPECTED_SIZE;
  }
}

/** What is out of bounds is refused later, and has no elements. */
function pageSize({ first, last }: FieldArguments): number {
  return Math.max(0, Math.min(first ?? last ?? DEFAULT_SIZE, MAX_SIZE));
}
