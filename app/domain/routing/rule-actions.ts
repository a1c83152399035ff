/** Stands in a campaign's rule for what the rules of all campaigns say of the place. */
export const USUAL = "usual";

const PREFIX = "action:";

/** How a rule names one action of a partner. */
export function actionId(slug: string): string {
  return `${PREFIX}${slug}`;
}

/** The slug of the action that a rule names so; null where it names something else. */
export function slugOfAction(id: string): string | null {
  return id.startsWith(PREFIX) ? id.slice(PREFIX.length) : null;
}
