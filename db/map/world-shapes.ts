import { z } from "zod";

/** `world-shapes.json`: the countries of the world as paths of SVG in one flat picture. */
export const worldShapes = z.object({
  source: z.string(),
  licence: z.string(),
  width: z.int().positive(),
  height: z.int().positive(),
  /** `code` by ISO 3166-1 alpha-2 or XK; null for what is drawn without a number. */
  shapes: z.array(
    z.object({
      code: z
        .string()
        .regex(/^[A-Z]{2}$/)
        .nullable(),
      path: z.string().regex(/^[MLZ\d,.-]+$/),
    }),
  ),
});

export type WorldShapes = z.infer<typeof worldShapes>;
