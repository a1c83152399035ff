import { apiError } from "~/http/api-answer.server";

/** Everything below /api that is not there. */
export const loader = () => apiError(404, "not-found", "There is no such resource.");
export const action = () => apiError(405, "method-not-allowed", "This resource takes no such request.");
