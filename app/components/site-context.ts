import { createContext, useContext } from "react";

/** What every page knows of the installation. */
export interface Site {
  isDemo: boolean;
  hasLocalMailbox: boolean;
  /** Nothing is taken at the moment; see the switch of this name. */
  isReadOnly: boolean;
  /** `https://example.org`, for canonical and shared links. */
  origin: string;
  /** Path of each island's script. */
  islands: Record<string, string>;
}

export const SiteContext = createContext<Site>({
  isDemo: false,
  hasLocalMailbox: false,
  isReadOnly: false,
  origin: "",
  islands: {},
});

export const useSite = () => useContext(SiteContext);
