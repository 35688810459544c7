import type { ReactNode } from "react";

interface NoticeProps {
  readonly tone?: "plain" | "warning" | "failure" | "success";
  /** Read out as soon as it appears. */
  readonly urgent?: boolean;
  readonly title: ReactNode;
  readonly children?: ReactNode;
}

/** Something that the visitor must not miss, told apart by its words and its edge, and not by its colour alone. */
export function Notice({ tone = "plain", urgent = false, title, children }: NoticeProps) {
  return (
    <div className={`notice notice-${tone}`} role={urgent ? "alert" : undefined}>
      <p className="notice-title">{title}</p>
      {children}
    </div>
  );
}
