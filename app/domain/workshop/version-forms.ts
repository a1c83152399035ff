import { z } from "zod";
import { textKinds } from "./text-shape";

const text = { kind: z.enum(textKinds, "required"), locale: z.string().min(2, "required").max(12, "required") };
const number = z.coerce.number("required").int("required").positive("required").max(1_000_000, "required");

/** An earlier version that readers are to see again. */
export const undoForm = z.object({ ...text, to: number });

/** A version that a new draft is to begin with. */
export const restoreForm = z.object({ ...text, from: number });
