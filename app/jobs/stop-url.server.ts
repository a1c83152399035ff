import { issueUnsubscribeLinks, type MailReader } from "~/domain/suppressions/unsubscribe-links.server";
import type { JobContext } from "./job-context";

/** The address at which the reader of a mail unsubscribes. */
export async function stopUrl(ctx: JobContext, reader: MailReader): Promise<string> {
  const [url] = await stopUrls(ctx, [reader]);
  if (url === undefined) throw new Error("No link was made.");
  return url;
}

/** As {@link stopUrl}, for many mails at once, in their order. */
export async function stopUrls(ctx: JobContext, readers: readonly MailReader[]): Promise<string[]> {
  const tokens = await issueUnsubscribeLinks(ctx, readers);
  return readers.map(({ locale }, at) => `${ctx.origin()}/${locale}/unsubscribe/${tokens[at]}`);
}

/** The headers by which a mail program unsubscribes its reader with one click (RFC 2369, RFC 8058). */
export function oneClickHeaders(url: string): Record<string, string> {
  return { "List-Unsubscribe": `<${url}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };
}
