import { and, eq } from "drizzle-orm";
import type { Database } from "../database";
import { districtShapes } from "../schema/congress";
import type { DistrictShape } from "./facts";

/** The content of a state's file of boundaries, under brotli and in base64; null when it is gone or another now. */
export async function findShapeBody(
  db: Database,
  { congress, state, detail, hash }: { congress: number } & Pick<DistrictShape, "state" | "detail" | "hash">,
): Promise<string | null> {
  const [row] = await db
    .select({ body: districtShapes.body })
    .from(districtShapes)
    .where(
      and(
        eq(districtShapes.congress, congress),
        eq(districtShapes.state, state),
        eq(districtShapes.detail, detail),
        eq(districtShapes.hash, hash),
      ),
    );
  return row?.body ?? null;
}
