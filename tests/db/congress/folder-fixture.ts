import { districtName } from "~db/congress/district-name";
import type { CongressFacts } from "~db/congress/facts";

const titles = { senator: "Sen.", representative: "Rep.", delegate: "Del.", resident_commissioner: "Res. Comm." };

/** The files of the full folder format that hold these facts. */
export function folderFiles(facts: CongressFacts) {
  return {
    "legislators.json": {
      meta: {
        source: "unitedstates/congress-legislators",
        snapshot_commit: "dfa9622",
        as_of: facts.asOf,
        congress: facts.congress,
        valid_until: "2027-01-03T17:00:00Z",
      },
      members: facts.lawmakers.map((lawmaker) => ({
        bioguide: lawmaker.bioguide,
        name: { last: lawmaker.lastName },
        official_full: lawmaker.name,
        title: titles[lawmaker.title],
        chamber: lawmaker.chamber,
        voting: lawmaker.isVoting,
        party: lawmaker.party,
        state: lawmaker.state,
        district: lawmaker.district,
        senate_class: lawmaker.senateClass,
        term_start: lawmaker.termStart,
        term_end: lawmaker.termEnd,
        phone: lawmaker.phone,
        address: lawmaker.address,
        url: lawmaker.website,
        contact_form: lawmaker.contactForm,
        contact_form_as_of: lawmaker.contactFormAsOf,
        cwc_office_code: lawmaker.cwcOfficeCode,
        district_offices: lawmaker.localOffices.map((office) => ({ ...office, latitude: 1, longitude: 2 })),
      })),
    },
    "districts-119-lite.topo.json": {
      type: "Topology",
      objects: { districts: { geometries: facts.districts.map((seat) => ({ id: districtName(seat), arcs: [] })) } },
    },
    "contact-forms.json": {
      forms: facts.lawmakers.flatMap(({ bioguide, contactFormFacts: form }) =>
        form === null
          ? []
          : [
              {
                bioguide,
                required: form.required,
                optional: form.optional,
                max_length: form.maxLength,
                captcha: form.hasCaptcha ? "recaptcha" : null,
                recipe_updated: form.asOf,
              },
            ],
      ),
    },
    "zip-districts.csv": csv([
      "zip,state,district,weight,kind,basis",
      ...facts.zipShares.map(({ zip, state, district, weight, kind }) =>
        kind === "military" ? `${zip},${state},,,military,none` : `${zip},${state},${district},${weight},${kind},area`,
      ),
    ]),
    "zip-prefixes.csv": csv([
      "prefix,states,kind,note",
      ...facts.zipPrefixes.map(
        ({ prefix, states, kind }) => `${prefix},${states.join(";")},${kind.replace("_", "-")},"a note, with a comma"`,
      ),
    ]),
  };
}

function csv(lines: string[]): string {
  return `${lines.join("\n")}\n`;
}
