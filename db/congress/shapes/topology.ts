import { z } from "zod";
import type { Steps } from "./shape-document";

const pair = z.tuple([z.number(), z.number()]);
const ring = z.array(z.int());
const common = { id: z.string().regex(/^[A-Z]{2}-\d{1,2}$/, "is not a district") };

/** A TopoJSON file of the House's districts; `id` is `CA-11`. */
export const topology = z.object({
  type: z.literal("Topology"),
  transform: z.object({ scale: pair, translate: pair }),
  objects: z.object({
    districts: z.object({
      geometries: z.array(
        z.discriminatedUnion("type", [
          z.object({ ...common, type: z.literal("Polygon"), arcs: z.array(ring) }),
          z.object({ ...common, type: z.literal("MultiPolygon"), arcs: z.array(z.array(ring)) }),
        ]),
      ),
    }),
  }),
  arcs: z.array(
    z
      .array(z.tuple([z.int(), z.int()]))
      .min(2)
      .transform((arc): Steps => arc),
  ),
});
export type Topology = z.infer<typeof topology>;
