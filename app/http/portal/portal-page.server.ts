import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import type { i18n } from "i18next";
import type { PortalActor } from "~/domain/access/portal-actor";
import { HOST_SLUG, type Membership, type PortalVisitor } from "~/domain/access/visitor";
import type { Context } from "~/domain/context";
import { DomainError } from "~/domain/errors";
import type { PortalLocale } from "~/i18n/portal-locales";
import { answer, pageError } from "../answer.server";
import type { LoadContext } from "../load-context";
import { readForm } from "../read-form.server";

/** What a page of the portal reads of its request, before anybody is signed in. */
export interface OpenPortalPage {
  request: Request;
  url: URL;
  params: Record<string, string | undefined>;
  context: LoadContext;
  ctx: Context;
  locale: PortalLocale;
  i18n: i18n;
}

/** The same for somebody who is signed in. */
export interface SignedInPage extends OpenPortalPage {
  visitor: PortalVisitor;
}

/** The same inside an organization, `/portal/{organization}/…`. */
export interface PortalPage extends SignedInPage {
  membership: Membership;
  /** Acts for the organization; hand it to every use case. */
  actor: PortalActor;
  /** `/portal/{organization}` */
  base: string;
}

type Args = LoaderFunctionArgs | ActionFunctionArgs;

/** A page of the portal that needs nobody to be signed in. */
export function forOpenPortal<T>(work: (page: OpenPortalPage) => Promise<T> | T) {
  return (args: Args): Promise<T> =>
    answer(args.context, async () => {
      if (args.context.fault) throw pageError({ code: args.context.fault });
      return work(await openPage(args));
    });
}

/** A page of whoever is signed in; others are led to the sign-in page and back. */
export function forSignedIn<T>(work: (page: SignedInPage) => Promise<T> | T) {
  return forOpenPortal(async (page) => work(await signedInPage(page)));
}

/** A page of an organization: for its members only. Whether a role may do something is told by the domain. */
export function forPortal<T>(work: (page: PortalPage) => Promise<T> | T) {
  return forSignedIn((page) => leadToProof(page, () => work(portalPage(page))));
}

export type Deeds<Page> = Record<string, (page: Page, form: FormData) => Promise<unknown>>;

/**
 * The action of a page: one function for each `intent` of its forms. The intents can be listed, so that a test can hold
 * each of them to the roles that may press it.
 */
export function portalDeeds(deeds: Deeds<PortalPage>) {
  return withIntents(
    deeds,
    forPortal((page) => choose(deeds, page)),
  );
}

/** As {@link portalDeeds}, for pages of whoever is signed in. */
export function signedInDeeds(deeds: Deeds<SignedInPage>) {
  return withIntents(
    deeds,
    forSignedIn((page) => leadToProof(page, () => choose(deeds, page))),
  );
}

function withIntents<Page, Action extends object>(deeds: Deeds<Page>, action: Action) {
  return Object.assign(action, { intents: Object.keys(deeds) });
}

async function choose<Page extends OpenPortalPage>(deeds: Deeds<Page>, page: Page): Promise<unknown> {
  const form = await readForm(page.request);
  const intent = form.get("intent");
  const deed = typeof intent === "string" && Object.hasOwn(deeds, intent) ? deeds[intent] : undefined;
  if (deed === undefined) throw pageError({ code: "badRequest" });
  return deed(page, form);
}

async function openPage({ request, params, context }: Args): Promise<OpenPortalPage> {
  // Asked first, because the language of the page is the visitor's.
  await context.portal.visitor();
  const locale = context.portal.locale();
  return {
    request,
    url: new URL(request.url),
    params,
    context,
    ctx: context.ctx,
    locale,
    i18n: context.translator(locale),
  };
}

async function signedInPage(page: OpenPortalPage): Promise<SignedInPage> {
  const visitor = await page.context.portal.visitor();
  if (visitor === null) throw redirect(`/portal/sign-in${nextOf(page)}`, { status: 303 });
  return { ...page, visitor };
}

function portalPage(page: SignedInPage): PortalPage {
  const { visitor, params } = page;
  const membership = visitor.memberships.find(({ slug }) => slug === params.organization);
  // Of other organizations nobody learns even whether they are here.
  if (membership === undefined || membership.status === "closed") throw new DomainError("notFound");
  const { partnerId, roles } = membership;
  return {
    ...page,
    membership,
    base: `/portal/${membership.slug === HOST_SLUG ? HOST_SLUG : encodeURIComponent(membership.slug)}`,
    actor: {
      name: visitor.userId,
      userId: visitor.userId,
      sessionId: visitor.sessionId,
      provenAt: visitor.provenAt,
      organization: partnerId === null ? { kind: "host" } : { kind: "partner", id: partnerId },
      roles,
    },
  };
}

/** Whoever has to prove anew who they are does so and comes back to the page. */
async function leadToProof<T>(page: SignedInPage, work: () => Promise<T> | T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DomainError && error.code === "proofNeeded") {
      throw redirect(`/portal/prove${nextOf(page)}`, { status: 303 });
    }
    throw error;
  }
}

function nextOf({ url }: OpenPortalPage): string {
  const path = url.pathname.replace(/\.data$/, "");
  return path === "/portal" ? "" : `?next=${encodeURIComponent(path)}`;
}

/** A page of the portal to go on to; never another site, never a page outside. */
export function safeNext(next: string | null): string {
  return next !== null && /^\/portal(\/[\w.~%-]+)*$/.test(next) ? next : "/portal";
}
