import type { FormSignal } from "../abuse/signature-signals";
import type { ConsentChoices } from "../consents/consent-choices";

/** What a valid sign form holds. */
export interface SignPetitionInput {
  name: string;
  email: string;
  country: string;
  /** Kept, sealed, only where it leads to a lawmaker. */
  postalCode: string;
  locale: string;
  /** The tag of the link that led here; see `sourceTag`. */
  source?: string | null;
  choices: ConsentChoices;
  /** What the request tells beside the form; without it nothing is known. */
  origin?: SignatureOrigin;
}

/** Where a form came from, as far as that is kept. */
export interface SignatureOrigin {
  /** See `createNetworks`. */
  networkHash: string | null;
  signals: FormSignal[];
  /** The petition is under attack and the form came without a proof of work: the mail holds no link. */
  byCodeOnly: boolean;
}

/** The petition that is signed. */
export interface SignedPetition {
  id: string;
  campaignId: string;
  opensAt: Date;
  closesAt: Date | null;
}
