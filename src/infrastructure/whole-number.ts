import { z } from "zod";

/** A setting that is a whole number, in decimal digits. */
export function wholeNumber({ from, to }: { readonly from: number; readonly to: number }) {
  const isWithin = (text: string) => /^\d{1,9}$/.test(text) && Number(text) >= from && Number(text) <= to;
  return z
    .string()
    .refine(isWithin, {
      error: ({ input }) => `must be a whole number from ${from} to ${to}, not ${JSON.stringify(input)}`,
    })
    .transform(Number);
}
