/** What a partner's action asks people to do. */
export const actionKinds = ["petition", "email_target", "data_access_request"] as const;
