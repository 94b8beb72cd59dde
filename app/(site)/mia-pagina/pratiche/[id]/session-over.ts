import type { FormNotice } from '#lib/http/form-view.ts';
import type { Translate } from '#lib/i18n/translate.ts';

/** That the session has ended while a form was filled in: what was typed stays in it, and one signs in beside it. */
export const sessionOver = (here: string, t: Translate): FormNotice => ({
  title: t('asked.expired'),
  lines: [t('asked.expiredText')],
  links: [{ href: `/accedi?${new URLSearchParams({ returnTo: here })}`, label: t('asked.signIn'), apart: true }],
});
