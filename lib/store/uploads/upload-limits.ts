/** Hours for which an upload is kept after its last piece. */
export const keptHours = 24;

/** Of one client, underway or whole and not yet a document (2026-11-26). */
export const mostUploads = 20;
export const mostBytes = 10 * 1024 * 1024 * 1024;
