import { type ContentState, progressOf, type TextState } from "~/domain/content/list-content.server";
import type { TextVersions } from "~/domain/content/list-versions.server";
import { printTable } from "./moderation-arguments";

/** Every text with its state in each language, and how far each language is. */
export function showContents(contents: readonly ContentState[], onlyLocale: string | undefined): void {
  const rows = contents.flatMap(({ kind, key, texts }) =>
    texts
      .filter(({ locale }) => onlyLocale === undefined || locale === onlyLocale)
      .map((text) => [
        ...[kind, key, text.isSource ? `${text.locale} (source)` : text.locale],
        ...[newestOf(text), publishedOf(text), remarksOf(kind, text).join("; ")],
      ]),
  );
  printTable(["KIND", "KEY", "LOCALE", "NEWEST", "PUBLISHED", "REMARKS"], rows);
  process.stdout.write("\n");
  const all = contents.flatMap(({ texts }) => texts.map(({ locale }) => locale));
  const locales = onlyLocale === undefined ? [...new Set(all)].sort() : [onlyLocale];
  printTable(
    ["LOCALE", "TEXTS", "PUBLISHED", "NOT REVIEWED", "STALE", "IN REVIEW", "MISSING"],
    progressOf(contents, locales).map((one) => [
      one.locale,
      ...[one.total, one.published, one.unreviewed, one.stale, one.inReview, one.missing].map(String),
    ]),
  );
}

/** What a version says (by default the newest), as `edit` takes it. */
export function showFields({ versions }: TextVersions, wanted: number | null): void {
  const one = wanted === null ? versions[0] : versions.find(({ number }) => number === wanted);
  if (one) process.stdout.write(`${JSON.stringify(one.fields, null, 2)}\n`);
}

/** The versions of a text in one language. */
export function showVersions({ versions }: TextVersions): void {
  printTable(
    ["NUMBER", "STATE", "FROM", "MACHINE", "WRITTEN BY", "REVIEWED BY", "PUBLISHED BY", "SENT BACK"],
    versions.map((version) => [
      String(version.number),
      version.state,
      version.sourceNumber === null ? "" : String(version.sourceNumber),
      version.isMachineDraft ? "yes" : "",
      version.writtenBy,
      [version.reviewedBy, version.legallyReviewedBy && `${version.legallyReviewedBy} (legal)`]
        .filter((name) => name !== null)
        .join(", "),
      version.publishedBy ?? "",
      version.sentBackReason === null ? "" : `${version.sentBackBy}: ${version.sentBackReason}`,
    ]),
  );
}

function newestOf({ newest }: TextState): string {
  return newest === null ? "" : `${newest.number} ${newest.state}`;
}

function publishedOf({ published }: TextState): string {
  return published === null ? "" : String(published.number);
}

function remarksOf(kind: ContentState["kind"], { newest, published, stale }: TextState): string[] {
  const isApprovedOnce = newest?.state === "in_review" && newest.isReviewed !== newest.isLegallyReviewed;
  return [
    ...(stale ? [`stale: made from ${stale.from}, the source is at ${stale.to}`] : []),
    ...(published?.isUnreviewed ? ["machine draft, not reviewed"] : []),
    ...(kind === "consent_wording" && published?.isLegallyReviewed === false
      ? ["no legal reviewer has approved it"]
      : []),
    ...(newest?.sentBackReason ? [`sent back: ${newest.sentBackReason}`] : []),
    ...(isApprovedOnce ? [`waits for ${newest.isReviewed ? "a legal reviewer" : "a second person"}`] : []),
  ];
}
