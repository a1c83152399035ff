/**
 * Whether a form post comes from our own pages. Browsers say so in `Sec-Fetch-Site`, older ones in `Origin`;
 * who sends neither is no browser, and there is no cookie that a foreign page could ride on. `Origin: null`
 * is what our own token pages send, since they hide the referrer.
 */
export function isSameSitePost(
  headers: { origin?: string; site?: string; host?: string },
  publicOrigin: string,
): boolean {
  if (headers.site !== undefined) return headers.site === "same-origin" || headers.site === "none";
  if (headers.origin === undefined || headers.origin === "null") return true;
  return (
    headers.origin === publicOrigin || (URL.canParse(headers.origin) && new URL(headers.origin).host === headers.host)
  );
}
