/** Days for which a draft is kept after it was last saved (2026-11-26). */
export const keptDays = 365;

/** Days for which one that was sent still says so, to who presses twice or comes back. */
export const keptDaysOnceSent = 30;

/** Drafts of one person, and what waits with them. */
export const mostDrafts = 50;
export const mostFiles = 30;
export const mostBytes = 1024 * 1024 * 1024;
