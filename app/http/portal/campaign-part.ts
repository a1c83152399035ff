import { DomainError } from "~/domain/errors";
import type { PortalPage } from "./portal-page.server";

/** The campaign that stands in the address of a page. @throws {DomainError} notFound where none does */
export function campaignSlug({ params }: Pick<PortalPage, "params">): string {
  if (params.campaign === undefined) throw new DomainError("notFound");
  return params.campaign;
}

/** `/portal/{organization}/campaigns/{campaign}` */
export function campaignBase(page: Pick<PortalPage, "params" | "base">): string {
  return `${page.base}/campaigns/${encodeURIComponent(campaignSlug(page))}`;
}
