import { redirect } from "@remix-run/node";
import { z } from "zod";
import { DomainError } from "~/domain/errors";
import { downloadExport } from "~/domain/exports/download-export.server";
import { expectExport } from "~/domain/exports/list-exports.server";
import { forPortal, type PortalPage, portalDeeds } from "~/http/portal/portal-page.server";
import { errorFacts } from "~/services/log.server";

/** Looking downloads nothing: the button is on the page. Whoever had to prove who they are comes back here. */
export const loader = forPortal(async (page) => {
  await expectExport(page.ctx, page.actor, exportIdOf(page));
  throw redirect(`${page.base}/exports`, { status: 303 });
});

export const action = portalDeeds({
  /** The file itself, as fast as it is taken. */
  async download(page) {
    const begun = await downloadExport(page.ctx, page.actor, exportIdOf(page), (error) =>
      page.context.log.error("download broke off", errorFacts(error)),
    );
    if (begun.outcome !== "started") {
      return redirect(`${page.base}/exports?done=${begun.outcome}`, { status: 303 });
    }
    const { body, isEncrypted, requestedAt } = begun.download;
    const name = `supporters-${page.membership.slug}-${requestedAt.toISOString().slice(0, 10)}.csv`;
    return new Response(body, {
      headers: {
        "Content-Type": isEncrypted ? "application/octet-stream" : "text/csv; charset=utf-8",
        "Content-Disposition": `attachment; filename="${isEncrypted ? `${name}.age` : name}"`,
        "Cache-Control": "no-store",
      },
    });
  },
});

/** @throws {DomainError} notFound for what is no id */
function exportIdOf({ params }: PortalPage): string {
  const id = z.uuid().safeParse(params.export);
  if (!id.success) throw new DomainError("notFound");
  return id.data;
}
