/** The authority for complaints about the EU's own institutions (Regulation (EU) 2018/1725, article 63). */
export const euInstitutionsRegulator = {
  name: "European Data Protection Supervisor",
  url: "https://www.edps.europa.eu/data-protection/our-role-supervisor/complaints_en",
};
