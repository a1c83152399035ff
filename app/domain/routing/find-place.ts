import { DomainError } from "~/domain/errors";
import { readUsSubdivision } from "~/domain/regions/us-subdivisions";
import type { RoutingFacts } from "./routing-facts";

export interface PlaceInput {
  /** ISO 3166-1 alpha-2 as chosen; ZZ = prefer not to say. */
  country: string;
  /** ISO 3166-2; for a voter abroad, of the last residence in the United States. */
  subdivision?: string | null;
  /** Votes in the United States and lives in `country`. */
  usVoterAbroad?: boolean;
}

/** Where somebody is, as routing sees it. */
export interface Place {
  country: string;
  subdivision: string | null;
  usVoterAbroad: boolean;
  /** The countries whose partners are this person's own: two for a territory, none where it is not known. */
  homeCountries: readonly string[];
}

/**
 * Reads a choice of country. PR, GU, VI, AS and MP are countries of the list and parts of the United States: what was
 * chosen is kept, and the subdivision leads to the delegate. A subdivision of another country is ignored.
 * @throws {DomainError} countryNotFound
 */
export function findPlace(facts: RoutingFacts, input: PlaceInput): Place {
  const usVoterAbroad = input.usVoterAbroad ?? false;
  if (input.country === "ZZ") return { country: "ZZ", subdivision: null, usVoterAbroad, homeCountries: [] };

  const found = facts.countries.get(input.country);
  if (found === undefined) throw new DomainError("countryNotFound");
  const { iso2: country, aliasSubdivision } = found;
  if (aliasSubdivision !== null && !usVoterAbroad) {
    return {
      country,
      subdivision: aliasSubdivision,
      usVoterAbroad,
      homeCountries: [country, countryOf(aliasSubdivision)],
    };
  }

  const subdivision = input.subdivision ?? null;
  if (subdivision === null) return { country, subdivision, usVoterAbroad, homeCountries: [country] };
  if (country !== "US" && !usVoterAbroad) {
    const own = countryOf(subdivision) === country ? subdivision : null;
    return { country, subdivision: own, usVoterAbroad, homeCountries: [country] };
  }

  const part = readUsSubdivision(subdivision);
  // Military mail says where a letter goes, not where its reader is.
  if (part?.kind === "military") {
    return { country, subdivision: null, usVoterAbroad: true, homeCountries: country === "US" ? [] : [country] };
  }
  return { country, subdivision: part === null ? null : subdivision, usVoterAbroad, homeCountries: [country] };
}

function countryOf(subdivision: string): string {
  return subdivision.slice(0, 2);
}
