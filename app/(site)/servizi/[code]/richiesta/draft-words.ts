import type { DraftSaving } from '#app/_components/request/use-draft-saving.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { mostDrafts } from '#lib/store/request-drafts/draft-limits.ts';
import { draftPath } from './draft-path.ts';
import type { PagePlace } from './keep-page.ts';

/** How a page of questions is saved while somebody types. */
export function savingOf({ code, draft, step }: PagePlace, owner: string, t: Translate): DraftSaving {
  return {
    address: `${draftPath(code, draft)}/salva`,
    path: draftPath(code, draft, step),
    owner,
    keptAs: { begun: `${draft}:${step}`, before: `${code}:new` },
    words: {
      saved: t('draft.savedAt', { time: '{time}' }),
      over: t('draft.over'),
      away: t('draft.away'),
      full: t('draft.full', { most: mostDrafts }),
      gone: t('draft.unknownText'),
      restored: t('draft.restored'),
      signIn: t('session.signIn'),
    },
  };
}

/** What a form says of its answers. */
export const formWords = (t: Translate) => ({
  problems: t('form.problems'),
  optional: t('form.optional'),
  working: t('form.working'),
});
