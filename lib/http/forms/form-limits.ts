/** Of one file of a form: it is written as it comes, so that it is the disk that bounds it (2026-11-26). */
export const longestFile = 500 * 1024 * 1024;

/** Of all that one sending of a form carries. */
export const longestForm = 1024 * 1024 * 1024;

/** Of all that is typed in a form, with what React carries of it; and of a form in which no file may be. */
export const longestTyped = 4 * 1024 * 1024;

/** Files in one sending. */
export const mostFiles = 60;
