import { Text } from "@react-email/components";
import type { ReactNode } from "react";
import { colour } from "./palette";

interface Props {
  children: ReactNode;
  /** Small print, in a quieter colour. */
  quiet?: boolean;
}

export function Paragraph({ children, quiet = false }: Props) {
  return (
    <Text
      className={quiet ? "muted" : "ink"}
      style={{
        margin: "0 0 16px",
        color: quiet ? colour.muted : colour.ink,
        fontSize: quiet ? "14px" : "16px",
        lineHeight: quiet ? "22px" : "26px",
      }}
    >
      {children}
    </Text>
  );
}
