import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/**
 * Reads a PDF back: its text page by page, the text that is kept beside letters that do not read back as they are, and what its
 * parts are.
 */
export async function readPdf(file: Buffer) {
  const task = getDocument({ data: new Uint8Array(file), verbosity: 0 });
  const pdf = await task.promise;
  const pages: string[] = [];
  const kept: string[] = [];
  const roles: string[] = [];
  const walk = (node: unknown) => {
    if (typeof node !== "object" || node === null) return;
    if ("alt" in node && typeof node.alt === "string") kept.push(node.alt);
    if ("role" in node && typeof node.role === "string") roles.push(node.role);
    if ("children" in node && Array.isArray(node.children)) node.children.forEach(walk);
  };
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(items.map((item) => ("str" in item ? item.str + (item.hasEOL ? " " : "") : "")).join(""));
    walk(await page.getStructTree());
  }
  const { info } = await pdf.getMetadata();
  await task.destroy();
  return { pages: pages.map((page) => page.replace(/\s+/g, " ")), kept, roles, info };
}
