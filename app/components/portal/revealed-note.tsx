import { useTranslation } from "react-i18next";
import { z } from "zod";

const revealed = z.union([
  z.object({
    outcome: z.literal("revealed"),
    supporter: z.object({ subjectId: z.string(), name: z.string(), email: z.string() }),
  }),
  z.object({ outcome: z.enum(["gone", "tooMany"]) }),
  z.object({
    outcome: z.literal("faulty"),
    errors: z.record(z.string(), z.string()),
    values: z.record(z.string(), z.string()),
  }),
]);

/** What became of a wish to see one person. */
export type Revealed = z.output<typeof revealed>;

/** The same, out of what a page's action gave; null where nobody was asked for. */
export function readRevealed(given: unknown): Revealed | null {
  return revealed.safeParse(given).data ?? null;
}

/** Stands on the one page that answers the form, and nowhere afterwards. */
export function RevealedNote({ revealed }: { revealed: Revealed | null }) {
  const { t } = useTranslation("portal-supporters");
  if (revealed === null || revealed.outcome === "faulty") return null;
  if (revealed.outcome !== "revealed") {
    return (
      <p className="warning-note" role="alert">
        {t(`supporters.reveal.${revealed.outcome}`)}
      </p>
    );
  }
  const { name, email, subjectId } = revealed.supporter;
  return (
    <section className="portal-card supporter-revealed" role="status" aria-labelledby="revealed-title">
      <h2 id="revealed-title">{t("supporters.reveal.shown")}</h2>
      <p className="supporter-revealed__person">
        <strong>
          <bdi>{name}</bdi>
        </strong>
        <br />
        <bdi>{email}</bdi>
      </p>
      <p className="visually-muted">
        {t("supporters.id")} <code dir="ltr">{subjectId}</code>
      </p>
      <p>{t("supporters.reveal.shownBody")}</p>
    </section>
  );
}
