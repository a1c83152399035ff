import type { RoutedAction } from "~/domain/routing/routed-action";

/** What can be done about a principle in a place: the authority, and what partners ask that is about it. */
export type PrincipleAction = Extract<RoutedAction, { kind: "regulator_complaint" | "partner_actions" }>;

/** Those of a place's actions that are about a principle. */
export function actionsOn(principle: string, actions: readonly RoutedAction[]): PrincipleAction[] {
  return actions.flatMap((action): PrincipleAction[] => {
    if (action.kind === "regulator_complaint") return [action];
    if (action.kind !== "partner_actions") return [];
    const items = action.items.filter(({ principles }) => principles.includes(principle));
    return items.length > 0 ? [{ ...action, items }] : [];
  });
}
