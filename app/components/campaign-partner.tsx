import { useTranslation } from "react-i18next";
import type { PictureFile } from "~/domain/images/picture";
import { OrganizationName } from "./organization-name";
import { Picture } from "./picture";

interface Props {
  partner: { name: string; isSample: boolean };
  branding: { shortName: string | null; logo: readonly PictureFile[] | null };
  pictureBase?: string | undefined;
}

/** Stands for the name while the sentence around it is looked up: no language has this sign. */
const HOLE = "\ue000";

/** Whose campaign a page is, with the organization's logo. */
export function CampaignPartner({ partner, branding, pictureBase }: Props) {
  const { t } = useTranslation("sign");
  const [before = "", after = ""] = t("byPartner", { partner: HOLE }).split(HOLE);
  return (
    <div className="campaign-partner">
      {branding.logo && (
        <Picture
          className="campaign-partner__logo"
          files={branding.logo}
          alt=""
          base={pictureBase}
          sizes={`${Math.round((branding.logo[0]?.width ?? 0) / 2)}px`}
        />
      )}
      <p className="eyebrow">
        {before}
        <OrganizationName name={branding.shortName ?? partner.name} isSample={partner.isSample} />
        {after}
      </p>
    </div>
  );
}
