import { useTranslation } from "react-i18next";
import { TextField } from "./field";

export type AddressFault = "faulty" | "noMatch" | "severalMatches" | "otherCongress" | "away" | "tooMany";

interface Props {
  /** Where the form goes, with what is known of the place. */
  action: string;
  /** The name of the service that is asked. */
  service: string;
  /** As it was typed, after it could not be used. */
  address?: string;
  fault?: AddressFault;
}

/** Asks for a street address, and says before where it goes. Only where the operator has named a service. */
export function AddressForm({ action, service, address, fault }: Props) {
  const { t } = useTranslation("lawmakers");
  return (
    <form method="post" action={action} className="inline-form address-form" noValidate>
      <TextField
        id="address"
        label={t("address.label")}
        hint={t("address.hint", { service })}
        error={fault && t(`address.${fault}`, { service })}
        defaultValue={address}
        autoComplete="street-address"
        maxLength={200}
        dir="ltr"
        required
      />
      <button className="button button--quiet" type="submit">
        {t("address.button")}
      </button>
    </form>
  );
}
