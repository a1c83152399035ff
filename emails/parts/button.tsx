import { Button } from "@react-email/components";
import { colour } from "./palette";

/** The one thing a mail asks for. In plain text its address stands on a line of its own, see `renderMail`. */
export function ActionButton({ href, children }: { href: string; children: string }) {
  return (
    <div style={{ margin: "24px 0" }}>
      <Button
        className="button"
        href={href}
        data-action="true"
        style={{
          padding: "14px 28px",
          backgroundColor: colour.accent,
          color: colour.onAccent,
          borderRadius: "6px",
          fontSize: "17px",
          lineHeight: "24px",
          fontWeight: 600,
        }}
      >
        {children}
      </Button>
    </div>
  );
}
