/** In characters; what is longer is cut. */
export const LONGEST_QUERY = 200;
