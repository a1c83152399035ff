import type { MetaDescriptor } from "@remix-run/node";
import { brandStyleUrl } from "~/domain/branding/brand-style";

/** The style sheet of a partner's colour, in the head of its campaign's page. */
export function brandMeta(colour: string | null | undefined): MetaDescriptor[] {
  return colour ? [{ tagName: "link", rel: "stylesheet", href: brandStyleUrl(colour) }] : [];
}
