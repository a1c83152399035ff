import { colour } from "./palette";

/** Six digits, read in two threes and copied as six. They run from left to right in every language. */
export function ConfirmationCode({ code }: { code: string }) {
  return (
    <p
      dir="ltr"
      className="ink tint"
      style={{
        margin: "0 0 16px",
        padding: "14px 8px",
        backgroundColor: colour.paper,
        border: `1px solid ${colour.line}`,
        borderRadius: "6px",
        color: colour.ink,
        fontFamily: "ui-monospace, Menlo, Consolas, 'Courier New', monospace",
        fontSize: "30px",
        lineHeight: "36px",
        letterSpacing: "3px",
        textAlign: "center",
      }}
    >
      <span>{code.slice(0, 3)}</span>
      <span style={{ paddingLeft: "14px" }}>{code.slice(3)}</span>
    </p>
  );
}
