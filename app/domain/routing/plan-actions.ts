import { readUsSubdivision } from "~/domain/regions/us-subdivisions";
import { type Regulator, regulator } from "~db/schema/content/regulator";
import { euInstitutionsRegulator } from "./eu-institutions";
import type { Place } from "./find-place";
import type { PartnersNear } from "./partners-near";
import type { RoutedAction } from "./routed-action";
import type { RoutingFacts } from "./routing-facts";
import { slugOfAction } from "./rule-actions";

/** What is offered before a signer is led beyond their own country. */
const ofTheCountry = new Set([
  "us_lawmaker_contact",
  "us_delegate_contact",
  "partner_actions",
  "regulator_complaint",
  "eu_institutions_complaint",
]);

/** What can be done anywhere, so that nobody meets an empty page. */
const everywhere = ["share", "learn"] as const;

/**
 * Turns a rule's list into what can be shown. Partners of the wider region and of the world come after everything
 * of the country itself; an action without content is left out; sharing and learning always remain. Actions that a rule
 * names one by one come where it names them, and nowhere again.
 * @param named under which heading those stand
 */
export function planActions(
  ids: readonly string[],
  facts: RoutingFacts,
  place: Place,
  partners: PartnersNear,
  named: keyof PartnersNear,
): RoutedAction[] {
  const lastOfCountry = ids.findLastIndex((id) => ofTheCountry.has(id));
  const planned = ids.flatMap((id, position) => {
    const slug = slugOfAction(id);
    if (slug !== null) return namedAction(slug, facts, named);
    const actions = routed(id, facts, place, partners);
    if (position !== lastOfCountry || !ids.includes("partner_actions")) return actions;
    return [...actions, ...partnerBlock("region", partners), ...partnerBlock("world", partners)];
  });
  const missing = everywhere.filter((kind) => !planned.some((action) => action.kind === kind));
  return [...withoutRepeats(planned), ...missing.map((kind) => ({ kind }))];
}

function namedAction(slug: string, facts: RoutingFacts, scope: keyof PartnersNear): RoutedAction[] {
  const offered = facts.partnerActions.find(({ item }) => item.slug === slug);
  return offered === undefined ? [] : [{ kind: "partner_actions", scope, items: [offered.item] }];
}

/** Shows each kind once, and each partner's action once, where it comes first; neighbours share a heading. */
function withoutRepeats(actions: readonly RoutedAction[]): RoutedAction[] {
  const shown: RoutedAction[] = [];
  const slugs = new Set<string>();
  for (const action of actions) {
    if (action.kind !== "partner_actions") {
      if (!shown.some(({ kind }) => kind === action.kind)) shown.push(action);
      continue;
    }
    const items = action.items.filter(({ slug }) => !slugs.has(slug));
    for (const { slug } of items) slugs.add(slug);
    const before = shown.at(-1);
    if (before?.kind === "partner_actions" && before.scope === action.scope) {
      shown[shown.length - 1] = { ...before, items: [...before.items, ...items] };
    } else if (items.length > 0) shown.push({ ...action, items });
  }
  return shown;
}

function routed(id: string, facts: RoutingFacts, place: Place, partners: PartnersNear): RoutedAction[] {
  switch (id) {
    case "us_lawmaker_contact":
    case "us_delegate_contact":
      return congress(id, place);
    case "partner_actions":
      return partnerBlock("country", partners);
    case "regulator_complaint":
      return regulatorComplaint(facts, place);
    case "eu_institutions_complaint":
      return [{ kind: "eu_institutions_complaint", ...euInstitutionsRegulator }];
    case "share":
    case "learn":
      return [{ kind: id }];
    default:
      return [];
  }
}

/** Where there is a delegate there are no senators, whatever the rule says; and no delegate anywhere else. */
function congress(id: "us_lawmaker_contact" | "us_delegate_contact", place: Place): RoutedAction[] {
  const part = place.subdivision === null ? null : readUsSubdivision(place.subdivision);
  if (part?.kind === "delegate") return [{ kind: "us_delegate_contact", district: part.district }];
  if (id === "us_delegate_contact") return [];
  return [{ kind: "us_lawmaker_contact", state: part?.kind === "state" ? part.state : null }];
}

function partnerBlock(scope: keyof PartnersNear, partners: PartnersNear): RoutedAction[] {
  const items = partners[scope];
  return items.length === 0 ? [] : [{ kind: "partner_actions", scope, items }];
}

/** The verified authority of the place, or of the country that it is a territory of. */
function regulatorComplaint(facts: RoutingFacts, place: Place): RoutedAction[] {
  for (const code of place.homeCountries) {
    const country = facts.countries.get(code);
    const authority: Regulator | null = regulator.nullable().parse(country?.regulator ?? null);
    if (authority === null || !authority.verified || authority.url === null) continue;
    const { name, abbreviation, url, complaintUrl, note } = authority;
    return [
      { kind: "regulator_complaint", name, abbreviation, url, complaintUrl, note, lawName: country?.lawName ?? null },
    ];
  }
  return [];
}
