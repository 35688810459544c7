import { InvalidPosition, type Position } from "../../application/page.js";
import { isUuid } from "./uuid.js";

export type OrderType = "uuid" | "text" | "bigint";

/** @throws InvalidPosition for what cannot be a position of a list: clients hand positions back, and may alter them */
export function assertPosition(bound: "after" | "before", position: Position, order: readonly OrderType[]): void {
  const fits = position.length === order.length && order.every((type, index) => isOf(type, position[index]));
  if (!fits) throw new InvalidPosition(bound);
}

function isOf(type: OrderType, value: string | number | undefined): boolean {
  if (type === "bigint") return Number.isSafeInteger(value);
  if (typeof value !== "string") return false;
  return type === "uuid" ? isUuid(value) : value.isWellFormed() && !value.includes("\0");
}
