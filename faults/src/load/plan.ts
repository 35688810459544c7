/** An account of a plan, by a name of the plan's own: it has no id yet. */
export type Label = string;

export const MASTER: Label = "master";

/** One request of a plan. */
export type Step = (
  | { readonly kind: "registerMaster"; readonly name: string }
  | { readonly kind: "registerMember"; readonly as: Label; readonly name: string }
  | { readonly kind: "registerMembers"; readonly as: readonly Label[]; readonly names: readonly string[] }
  | { readonly kind: "rename"; readonly account: Label; readonly name: string }
  | {
      readonly kind: "preview";
      readonly account: Label;
      readonly name: string;
      readonly certificate: string | null;
      /** A name for what it shows, to hold commits to it. */
      readonly shown?: string;
    }
  | {
      readonly kind: "commit";
      readonly account: Label;
      readonly name: string;
      readonly certificate: string;
      readonly shown?: string;
    }
  | { readonly kind: "read"; readonly account: Label }
) & {
  /** The replica that is asked first. */
  readonly replica: number;
  /** Where several requests share one: the plan's name for it. */
  readonly key?: string;
};

/** What is done to one group: the steps of a stage at once, one stage after the other. */
export interface GroupPlan {
  readonly group: string;
  readonly stages: readonly (readonly Step[])[];
}
