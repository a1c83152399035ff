import { Readable } from "node:stream";
import { createReadableStreamFromReadable } from "@remix-run/node";
import { z } from "zod";
import { DomainError } from "~/domain/errors";
import { openFiles } from "~/domain/petition-deliveries/read-deliveries.server";
import { forPortal } from "~/http/portal/portal-page.server";
import { fitsArchive, zipArchive } from "~/http/portal/zip-archive";

const ALL = "all.zip";
const types: Record<string, string> = {
  csv: "text/csv; charset=utf-8",
  pdf: "application/pdf",
  txt: "text/plain; charset=utf-8",
  zip: "application/zip",
};

/** One file of a delivery, or all of them as one archive. It is read and sent part by part. */
export const loader = forPortal(async ({ ctx, actor, params }) => {
  const id = z.uuid().safeParse(params.delivery);
  const name = params.file ?? "";
  if (!id.success || !/^[\w.-]{1,200}$/.test(name)) throw new DomainError("notFound");
  const { at, files } = await openFiles(ctx, actor, id.data, name === ALL ? null : name);
  const [first] = files;
  if (first === undefined || (name === ALL && !fitsArchive(files))) throw new DomainError("notFound");
  const body = name === ALL ? zipArchive(files, at) : first.parts();
  return new Response(createReadableStreamFromReadable(Readable.from(body)), {
    headers: {
      "Content-Type": types[name.split(".").at(-1) ?? ""] ?? "application/octet-stream",
      "Content-Disposition": `attachment; filename="${name}"`,
      ...(name !== ALL && { "Content-Length": String(first.size) }),
      "Cache-Control": "private, no-store",
    },
  });
});
