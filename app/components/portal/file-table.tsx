import { useTranslation } from "react-i18next";

interface Props {
  /** The address that the files are below. */
  path: string;
  files: { name: string; size: number; sha256: string }[];
}

/** Files to be downloaded, with their size and the beginning of their checksum. */
export function FileTable({ path, files }: Props) {
  const { t, i18n } = useTranslation("portal-deliveries");
  const kilobytes = new Intl.NumberFormat(i18n.language, {
    style: "unit",
    unit: "kilobyte",
    maximumFractionDigits: 0,
  });
  return (
    <div className="portal-table-box">
      <table className="portal-table">
        <thead>
          <tr>
            <th scope="col">{t("files.name")}</th>
            <th scope="col" className="number">
              {t("files.size")}
            </th>
            <th scope="col">{t("files.checksum")}</th>
          </tr>
        </thead>
        <tbody>
          {files.map(({ name, size, sha256 }) => (
            <tr key={name}>
              <th scope="row">
                <a href={`${path}/${name}`} dir="ltr">
                  {name}
                </a>
              </th>
              <td className="number">{kilobytes.format(Math.max(1, Math.round(size / 1_000)))}</td>
              <td>
                <code>{sha256.slice(0, 12)}…</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
