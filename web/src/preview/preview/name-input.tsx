import { useState } from "react";
import type { Described } from "../parts/field.js";

interface NameInputProps extends Described {
  readonly value: string;
  readonly onName: (name: string) => void;
}

/**
 * Takes a name. While an input method puts characters together, as for Chinese, what stands in the field are the keys that
 * were pressed, and not yet a name.
 */
export function NameInput({ value, onName, ...described }: NameInputProps) {
  const [composing, setComposing] = useState<string | null>(null);
  return (
    <input
      {...described}
      dir="auto"
      autoComplete="off"
      spellCheck={false}
      value={composing ?? value}
      onChange={({ target, nativeEvent }) => {
        if ((nativeEvent as InputEvent).isComposing) setComposing(target.value);
        else onName(target.value);
      }}
      onCompositionEnd={({ currentTarget }) => {
        setComposing(null);
        onName(currentTarget.value);
      }}
    />
  );
}
