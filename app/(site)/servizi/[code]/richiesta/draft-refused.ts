import type { FormNotice } from '#lib/http/form-view.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { mostDrafts } from '#lib/store/request-drafts/draft-limits.ts';

/** Why a page was not saved; what was typed is still in it. */
export function draftRefused(why: 'tooMany' | 'unknown', t: Translate): FormNotice {
  const links = [{ href: '/mia-pagina#bozze', label: t('draft.toMine') }];
  return why === 'tooMany'
    ? { title: t('draft.full.title'), lines: [t('draft.full', { most: mostDrafts })], links }
    : { title: t('draft.unknown'), lines: [t('draft.unknownText')], links };
}
