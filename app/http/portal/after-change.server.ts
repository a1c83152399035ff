import { data, redirect } from "@remix-run/node";
import type { ChangedFacts } from "~/domain/workshop/change-facts.server";
import type { PortalPage } from "./portal-page.server";

interface Sent {
  intent: string;
  values: Record<string, string>;
}

/** Shows the form again, with its faults. */
export function refusedForm<T extends Sent & { errors: Record<string, string> }>(sent: T) {
  return data({ ...sent, outdated: null }, { status: 422 });
}

/**
 * What follows a change of a campaign's facts: the page again, with what was typed where it was not taken. Whoever was
 * overtaken sees the new facts' version in the form, and decides anew.
 */
export function afterChange<T extends Sent>({ url }: Pick<PortalPage, "url">, sent: T, changed: ChangedFacts) {
  if (changed.outcome === "faulty") return refusedForm({ ...sent, errors: { ...changed.errors } });
  if (changed.outcome === "outdated") {
    return data({ ...sent, errors: {}, outdated: { by: changed.by, at: changed.at } }, { status: 409 });
  }
  return redirect(`${url.pathname}?done=${changed.outcome}`, { status: 303 });
}
