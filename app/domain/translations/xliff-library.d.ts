/** The library has no types of its own. What it gives is checked where it is used. */
declare module "xliff" {
  export function jsToXliff12(document: {
    resources: Record<string, Record<string, { source: string; target?: string; note?: string }>>;
    sourceLanguage: string;
    targetLanguage: string;
  }): Promise<unknown>;
}
