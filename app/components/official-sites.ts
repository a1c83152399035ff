/** Finds a person's representative by address, on the House's own site. */
export const HOUSE_FINDER = "https://www.house.gov/representatives/find-your-representative";

export const SENATE_LIST = "https://www.senate.gov/senators/";

/** The seats that the Clerk of the House looks after until they are filled. */
export const CLERK_VACANCIES = "https://clerk.house.gov/Members/ViewVacancies";

export const CLERK_PHONE = "202-225-7000";
