import type { RequestHandler } from "express";
import type { i18n } from "i18next";
import { getCampaign } from "~/domain/campaigns/get-campaign.server";
import type { Context } from "~/domain/context";
import { DomainError } from "~/domain/errors";
import { getPrinciple } from "~/domain/principles/get-principle.server";
import { getUpdate } from "~/domain/updates/get-update.server";
import { isLocale, type Locale } from "~/i18n/locales";
import { errorFacts, type Log } from "~/services/log.server";
import { drawSocialImage } from "~/services/social-image.server";
import {
  campaignCard,
  principleCard,
  type SocialCard,
  type SocialKind,
  socialKinds,
  socialPath,
  updateCard,
} from "./social-cards";

interface Parts {
  ctx: Context;
  translator(locale: Locale): i18n;
  log: Log;
}

const YEAR = "public, max-age=31536000, immutable";
const address = /^\/social\/([A-Za-z-]{2,12})\/([a-z]+)\/(.{1,400})-([0-9a-f]{12})\.png$/;
/** About 20 kB each. */
const MOST_KEPT = 500;

/**
 * Serves the pictures that stand for shared pages. One that is out of date leads to the one of today; what no page has is
 * not drawn.
 */
export function socialImagesHandler({ ctx, translator, log }: Parts): RequestHandler {
  const kept = new Map<string, Promise<Buffer>>();

  /** Each picture is drawn once, however many ask for it at the same time. */
  function draw(path: string, card: SocialCard): Promise<Buffer> {
    const known = kept.get(path);
    if (known) return known;
    if (kept.size >= MOST_KEPT) kept.clear();
    const drawing = drawSocialImage(card);
    kept.set(path, drawing);
    drawing.catch(() => kept.delete(path));
    return drawing;
  }

  return (request, response, next) => {
    if (!request.path.startsWith("/social/") || (request.method !== "GET" && request.method !== "HEAD")) return next();
    const wanted = readAddress(request.path);
    if (wanted === null) return void refuse(404);
    answer(wanted).catch((error: unknown) => {
      if (error instanceof DomainError) return refuse(404);
      log.warn("a social image could not be made", errorFacts(error));
      refuse(503);
    });

    async function answer({ locale, kind, slug }: Wanted) {
      const { t } = translator(locale);
      const { key, card } = await cards[kind](ctx, slug, locale, t);
      const path = socialPath(locale, kind, key, card);
      if (path !== request.path) return response.set("Cache-Control", "public, max-age=300").redirect(302, path);
      const body = await draw(path, card);
      response.set({ "Cache-Control": YEAR, "Content-Type": "image/png", "Content-Length": String(body.length) });
      response.end(request.method === "HEAD" ? undefined : body);
    }

    function refuse(status: 404 | 503) {
      response.status(status).set("Cache-Control", "no-store");
      if (status === 503) response.set("Retry-After", "5");
      response.type("text/plain").send(status === 404 ? "Not found." : "Please try again in a few seconds.");
    }
  };
}

interface Wanted {
  locale: Locale;
  kind: SocialKind;
  slug: string;
}

function readAddress(path: string): Wanted | null {
  const [, locale, kind, slug] = address.exec(path) ?? [];
  const known = socialKinds.find((one) => one === kind);
  if (!isLocale(locale) || known === undefined || slug === undefined) return null;
  try {
    return { locale, kind: known, slug: decodeURIComponent(slug) };
  } catch {
    return null;
  }
}

type FindCard = (
  ctx: Context,
  slug: string,
  locale: string,
  t: i18n["t"],
) => Promise<{ key: string; card: SocialCard }>;

const cards: Record<SocialKind, FindCard> = {
  async campaign(ctx, slug, locale) {
    const campaign = await getCampaign(ctx, slug, locale);
    return { key: campaign.slug, card: campaignCard(campaign) };
  },
  async principle(ctx, slug, locale, t) {
    const { principle } = await getPrinciple(ctx, slug, locale);
    return { key: principle.slug, card: principleCard(principle, t) };
  },
  async update(ctx, slug, locale, t) {
    const update = await getUpdate(ctx, slug, locale);
    return { key: update.key, card: updateCard(update, t) };
  },
};
