import type { Reason } from '#lib/procedures/cases/decision.ts';

/** Whether somebody may; if not, why: pages show the button greyed with that reason. */
export type Permission = { allowed: true } | { allowed: false; reason: Reason };

export const allowed: Permission = { allowed: true };

/** @param article where it is the law that says no. */
export const denied = (
  code: string,
  it: string,
  en: string,
  article: string | null = null,
): Extract<Permission, { allowed: false }> => ({
  allowed: false,
  reason: { code, text: { it, en }, article, from: null },
});
