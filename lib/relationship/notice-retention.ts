/**
 * For how long an informative notice is kept: as long as somebody may want to see again that they were told, and no longer than that purpose wants (GDPR
 * art. 5 c. 1 e). The case that it told of, and what was served with legal effect, are kept by rules of their own. A choice of this service, no law's.
 */
export const noticesKeptMonths = 24;

/** The instant before which notices are forgotten. */
export function noticesForgottenBefore(now: Date): Date {
  const then = new Date(now);
  then.setUTCMonth(then.getUTCMonth() - noticesKeptMonths);
  return then;
}
