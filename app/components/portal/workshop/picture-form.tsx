import { useTranslation } from "react-i18next";
import type { PictureKind } from "~/domain/workshop/campaign-pictures.server";
import { FieldTexts, fieldAttributes } from "../../field";
import { DeedForm } from "../portal-form";

interface Props {
  kind: PictureKind;
  has: boolean;
  version: number;
  mayChange: boolean;
  mostMegabytes: number;
  error: string | undefined;
}

/** What each kind may be, for the browser's own choice of files. */
const types: Record<PictureKind, string> = {
  image: "image/jpeg,image/png,image/webp,image/avif",
  logo: "image/svg+xml,image/png,image/jpeg,image/webp",
};

/** Takes a picture or a logo, and takes it away again. */
export function PictureForm({ kind, has, version, mayChange, mostMegabytes, error }: Props) {
  const { t } = useTranslation("portal-workshop");
  const hint = t(`look.${kind}.hint`, { megabytes: kind === "logo" ? 2 : mostMegabytes });
  if (!mayChange) return null;
  return (
    <>
      <DeedForm intent={kind} encType="multipart/form-data">
        <input type="hidden" name="version" value={version} />
        <div className={error ? "field field--faulty" : "field"}>
          <FieldTexts id={kind} label={t(`look.${kind}.file`)} hint={hint} error={error} />
          <input type="file" name="file" accept={types[kind]} {...fieldAttributes({ id: kind, hint, error })} />
        </div>
        <button type="submit" className="button button--small">
          {t(`look.${kind}.save`)}
        </button>
      </DeedForm>
      {has && (
        <DeedForm intent={`remove-${kind}`} className="workshop-press">
          <input type="hidden" name="version" value={version} />
          <button type="submit" className="button button--small button--quiet">
            {t(`look.${kind}.remove`)}
          </button>
        </DeedForm>
      )}
    </>
  );
}
