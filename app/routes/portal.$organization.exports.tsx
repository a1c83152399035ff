import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { ExportsPage } from "~/components/portal/exports-page";
import { may } from "~/domain/access/authorize";
import { encryptionKeyForm, isSecretKey, keyIdForm } from "~/domain/exports/encryption-key-form";
import { addEncryptionKey, listEncryptionKeys, removeEncryptionKey } from "~/domain/exports/encryption-keys.server";
import { exportForm, exportIdForm } from "~/domain/exports/export-form";
import { listExports } from "~/domain/exports/list-exports.server";
import { cancelExport, requestExport } from "~/domain/exports/request-export.server";
import { listSharedCampaigns } from "~/domain/supporters/list-shared-campaigns.server";
import { recipientOf } from "~/domain/supporters/recipient.server";
import { pageMeta } from "~/http/page-meta";
import { forPortal, type PortalPage, portalDeeds } from "~/http/portal/portal-page.server";
import { readFields } from "~/http/portal/read-fields";

/** Files of supporters, and the keys that they are encrypted to. */
export const loader = forPortal(async ({ ctx, actor, url, i18n, locale, base }) => ({
  title: i18n.t("portal-supporters:exports.title"),
  isPrivate: true,
  exports: await listExports(ctx, actor),
  keys: await listEncryptionKeys(ctx, actor),
  campaigns: await listSharedCampaigns(ctx, await recipientOf(ctx, actor), locale),
  base,
  formKey: ctx.newId(),
  done: url.searchParams.get("done"),
  isWatching: url.searchParams.get("watch") === "on",
  mayCreate: may(actor, "exports.create"),
}));

export const meta: MetaFunction<typeof loader> = ({ data: facts }) => pageMeta(facts);

export const handle = { islands: ["export-progress"] };

const back = ({ base }: PortalPage, done: string) => redirect(`${base}/exports?done=${done}`, { status: 303 });

export const action = portalDeeds({
  async request(page, form) {
    const read = readFields(exportForm, form, ["columns"]);
    if (read.errors)
      return data({ intent: "request", ...read, columns: form.getAll("columns").map(String) }, { status: 422 });
    return back(page, await requestExport(page.ctx, page.actor, read.data));
  },
  async cancel(page, form) {
    const read = readFields(exportIdForm, form);
    if (read.errors) return data({ intent: "cancel", ...read, columns: [] }, { status: 422 });
    await cancelExport(page.ctx, page.actor, read.data.export);
    return back(page, "cancelled");
  },
  async "add-key"(page, form) {
    const read = readFields(encryptionKeyForm, form);
    // A secret that was typed here by mistake is not shown again, either.
    const values = isSecretKey(read.values.recipient ?? "") ? { ...read.values, recipient: "" } : read.values;
    const again = (errors: Record<string, string>) =>
      data({ intent: "add-key", errors, values, columns: [] }, { status: 422 });
    if (read.errors) return again(read.errors);
    const outcome = await addEncryptionKey(page.ctx, page.actor, read.data);
    if (outcome === "keyFaulty") return again({ recipient: "keyFaulty" });
    return back(page, outcome === "added" ? "keyAdded" : outcome);
  },
  async "remove-key"(page, form) {
    const read = readFields(keyIdForm, form);
    if (read.errors) return data({ intent: "remove-key", ...read, columns: [] }, { status: 422 });
    await removeEncryptionKey(page.ctx, page.actor, read.data.id);
    return back(page, "keyRemoved");
  },
});

const sentForm = z.object({
  intent: z.string(),
  errors: z.record(z.string(), z.string()).nullable(),
  values: z.record(z.string(), z.string()),
  columns: z.array(z.string()),
});

export default function Exports() {
  const facts = useLoaderData<typeof loader>();
  const sent = sentForm.safeParse(useActionData<typeof action>());
  return <ExportsPage {...facts} sent={sent.data ?? null} />;
}
