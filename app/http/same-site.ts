/**
 * Whether a form post comes from our own pages. Browsers say so in `Sec-Fetch-Site`, older ones in `Origin`;
 * who sends neither is no browser, and there is no cookie that a foreign page could ride on. `Origin: null`
 * is what our own token pages send, since they hide the referrer. The portal has a cookie: there a post must say where it
 * comes from.
 */
export function isSameSitePost(
  headers: { origin?: string; site?: string; host?: string },
  publicOrigin: string,
  options: { mustSay?: boolean } = {},
): boolean {
  const { mustSay = false } = options;
  if (headers.site !== undefined) return headers.site === "same-origin" || (!mustSay && headers.site === "none");
  if (headers.origin === undefined || headers.origin === "null") return !mustSay;
  return (
    headers.origin === publicOrigin || (URL.canParse(headers.origin) && new URL(headers.origin).host === headers.host)
  );
}
