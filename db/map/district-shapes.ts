import { z } from "zod";

/** `district-shapes.json`: the districts of the House in the states as paths of SVG in one flat picture. */
export const districtShapes = z.object({
  /** The Congress whose districts they are. */
  congress: z.int().positive(),
  source: z.string(),
  licence: z.string(),
  width: z.int().positive(),
  height: z.int().positive(),
  shapes: z.array(
    z.object({
      /** `CA-12`; `AK-0` is at large. */
      district: z.string().regex(/^[A-Z]{2}-\d{1,2}$/),
      path: z.string().regex(/^[MlZ\d -]+$/),
    }),
  ),
});

export type DistrictShapes = z.infer<typeof districtShapes>;
