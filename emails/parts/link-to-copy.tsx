import { Link, Text } from "@react-email/components";
import { colour } from "./palette";

/** The button's address in full, for readers whose mail program shows no button. Plain text has it already. */
export function LinkToCopy({ href, children }: { href: string; children: string }) {
  return (
    <Text
      className="muted"
      data-skip-in-text="true"
      style={{ margin: "0 0 20px", color: colour.muted, fontSize: "14px", lineHeight: "22px" }}
    >
      {children}
      <br />
      <Link
        className="link"
        dir="ltr"
        href={href}
        style={{ color: colour.accent, textDecoration: "underline", wordBreak: "break-all" }}
      >
        {href}
      </Link>
    </Text>
  );
}
