import { useId } from "react";
import type { MemberDecisionFilter, SyncReason } from "../graphql/graphql.js";
import { Field } from "../parts/field.js";
import { texts } from "../texts.js";

interface DecisionFiltersProps {
  readonly filter: MemberDecisionFilter;
  readonly onFilter: (filter: MemberDecisionFilter) => void;
}

const CHOICES = { all: null, yes: true, no: false } as const;

/** Narrows the members down: by whether they are synchronized, and by why. */
export function DecisionFilters({ filter, onFilter }: DecisionFiltersProps) {
  const group = useId();
  return (
    <div className="filters">
      <fieldset className="choice">
        <legend>{texts.decisions.filter}</legend>
        {Object.entries(CHOICES).map(([choice, synchronized]) => (
          <label key={choice}>
            <input
              type="radio"
              name={group}
              checked={(filter.synchronized ?? null) === synchronized}
              onChange={() => onFilter({ ...filter, synchronized })}
            />
            <span>{texts.decisions.synchronized[choice as keyof typeof CHOICES]}</span>
          </label>
        ))}
      </fieldset>
      <Field label={texts.decisions.reason}>
        {(described) => (
          <select
            {...described}
            value={filter.reason ?? ""}
            onChange={({ target }) => onFilter({ ...filter, reason: (target.value || null) as SyncReason | null })}
          >
            <option value="">{texts.decisions.anyReason}</option>
            {Object.entries(texts.reasons).map(([reason, name]) => (
              <option key={reason} value={reason}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  );
}
