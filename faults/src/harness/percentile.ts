/** The smallest of the values that `share` of them do not exceed; 0 where there is none. @param share 0.5 for the median, 1 for the greatest */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
