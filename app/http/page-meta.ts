import type { MetaDescriptor } from "@remix-run/node";

/** Title and description of a page, as its loader gave them. */
export function pageMeta(
  data: { title: string; description?: string; isPrivate?: boolean } | undefined,
): MetaDescriptor[] {
  if (!data) return [{ title: "Privacy for All" }];
  return [
    { title: data.title },
    ...(data.description ? [{ name: "description", content: data.description }] : []),
    ...(data.isPrivate ? [{ name: "robots", content: "noindex" }] : []),
  ];
}
