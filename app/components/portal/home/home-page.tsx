import { useTranslation } from "react-i18next";
import { EmptyState, PortalHeading } from "../portal-form";
import { HomeFigures } from "./home-figures";
import { type LinkedStep, StepList } from "./step-list";
import { type LinkedWayStep, WayList } from "./way-list";

interface Props {
  name: string;
  person: string;
  status: "active" | "paused" | "closed";
  isHost: boolean;
  steps: LinkedStep[];
  way: LinkedWayStep[] | null;
  figures: React.ComponentProps<typeof HomeFigures>["figures"] | null;
  numbersHref: string;
}

/** What there is to do next, and the few numbers that somebody wants to see at once. */
export function HomePage({ name, person, status, isHost, steps, way, figures, numbersHref }: Props) {
  const { t } = useTranslation("portal");
  const { t: trust } = useTranslation("portal-trust");
  return (
    <>
      <PortalHeading title={<bdi>{name}</bdi>} lead={t("home.welcome", { name: person })} />
      {status === "paused" && <p className="warning-note">{t("home.paused")}</p>}
      {way && <WayList way={way} />}
      {steps.length > 0 && <StepList steps={steps} />}
      {steps.length === 0 && way === null && (
        <EmptyState title={trust("home.nothing")}>
          <p>{isHost ? trust("home.nothingHost") : trust("home.nothingBody")}</p>
        </EmptyState>
      )}
      {figures && (way === null || figures.total > 0) && <HomeFigures figures={figures} href={numbersHref} />}
    </>
  );
}
