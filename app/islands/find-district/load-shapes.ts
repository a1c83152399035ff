import type { FinderPage } from "~/domain/lawmakers/finder-page";
import { readStateShapes, type StateShapes } from "~/domain/lawmakers/shapes/state-shapes";

export interface Shapes {
  lite: StateShapes;
  full: StateShapes;
}

/**
 * Loads both files of the state, whichever way is taken and wherever the person is: to ask for the full one near a
 * boundary only would tell that somebody is near one.
 */
export function shapesLoader({ lite, full }: Pick<FinderPage, "lite" | "full">): () => Promise<Shapes> {
  let loading: Promise<Shapes> | null = null;
  return () => {
    loading ??= Promise.all([load(lite), load(full)])
      .then(([simple, published]) => ({ lite: simple, full: published }))
      .catch((error: unknown) => {
        loading = null;
        throw error;
      });
    return loading;
  };
}

async function load(url: string): Promise<StateShapes> {
  const answer = await fetch(url, { credentials: "omit", referrerPolicy: "no-referrer" });
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  return readStateShapes(await answer.json());
}
