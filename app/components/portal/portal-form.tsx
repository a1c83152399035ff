import type { ComponentPropsWithoutRef, ReactNode } from "react";
import { useTranslation } from "react-i18next";

/** A form of one deed: the button says what it does, `intent` tells the page's action. */
export function DeedForm({
  intent,
  children,
  ...form
}: { intent: string; children: ReactNode } & ComponentPropsWithoutRef<"form">) {
  return (
    <form method="post" noValidate {...form}>
      <input type="hidden" name="intent" value={intent} />
      {children}
    </form>
  );
}

/** Says what was just done, where the page is shown again after a post. */
export function DoneNote({ children }: { children: ReactNode }) {
  return (
    <p className="done-note" role="status">
      {children}
    </p>
  );
}

/** What stands where nothing is yet: what this place is for, and the first step. */
export function EmptyState({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="empty-state">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** Heading of a page of the portal, with what can be done at once beside it. */
export function PortalHeading({ title, lead, children }: { title: ReactNode; lead?: ReactNode; children?: ReactNode }) {
  return (
    <header className="portal-heading">
      <div>
        <h1>{title}</h1>
        {lead && <p className="portal-heading__lead">{lead}</p>}
      </div>
      {children && <div className="portal-heading__deeds">{children}</div>}
    </header>
  );
}

/** A moment in the reader's language, with its time zone, and for programs. */
export function Moment({ at, timeZone = "UTC" }: { at: Date | string; timeZone?: string }) {
  const { i18n } = useTranslation();
  const moment = new Date(at);
  const format = new Intl.DateTimeFormat(i18n.language, {
    year: "numeric",
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
    timeZone,
    calendar: "gregory",
  });
  return <time dateTime={moment.toISOString()}>{format.format(moment)}</time>;
}
