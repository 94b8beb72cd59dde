import { turnAfter } from '#lib/http/forms/sound-form.ts';
import { refresh } from 'next/cache';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { instantInWords } from '#lib/i18n/dates.ts';
import { aroundChanges, diffLines } from '#lib/procedures/types/line-diff.ts';
import { findTypesDesk } from '../../load-types-desk.ts';
import { namesOf } from '../../who.ts';
import type { EditState } from './edit-state.ts';
import { loadVersion } from './load-version.ts';
import { seenRevision } from './seen-revision.ts';

/** Which draft a form is of. */
export interface DraftForm {
  code: string;
  version: number;
}

/** Lines of a difference that a notice shows. */
const mostLines = 200;

/**
 * Saves a draft and answers its form; whatever is refused, what was written is shown again.
 * @param write the text to save, from the one that is stored
 */
export async function answerEdit(
  { code, version }: DraftForm,
  before: EditState,
  data: FormData,
  sent: Readonly<Record<string, string>>,
  write: (source: string) => { text: string } | { tooLong: true },
): Promise<EditState> {
  const { t, lang } = await pageContext();
  const revision = seenRevision(data);
  const again = (part: Partial<EditState>): EditState => ({
    turn: turnAfter(before),
    revision,
    sent,
    notice: null,
    theirs: [],
    ...part,
  });
  const bad = (title: string, ...lines: string[]) => ({ good: false, title, lines });
  const desk = await findTypesDesk();
  if (!desk) return again({ notice: bad(t('edit.notSaved'), t('edit.signedOut')) });
  const loaded = await loadVersion(code, String(version));
  if (!loaded) return again({ notice: bad(t('edit.notSaved'), t('edit.gone')) });
  const permission = desk.mayEdit(loaded.before ? [loaded.before.type.unit] : loaded.units);
  if (!permission.allowed) return again({ notice: bad(t('edit.notSaved'), permission.reason.text[lang]) });
  const written = write(loaded.kept.source);
  if ('tooLong' in written) return again({ notice: bad(t('edit.notSaved'), t('edit.tooLong')) });
  const result = await composition().typeDrafts.saveDraft({
    code,
    version,
    revision,
    source: written.text,
    by: desk.by,
  });
  switch (result.kind) {
    case 'done':
      refresh();
      return again({ revision: result.revision, notice: { good: true, title: t('edit.saved'), lines: [] } });
    case 'gone':
      return again({ notice: bad(t('edit.notSaved'), t('edit.gone')) });
    case 'conflict': {
      if (result.status === 'published')
        return again({ notice: bad(t('edit.notSaved'), t('edit.publishedMeanwhile')) });
      const who = (await namesOf([result.changedBy]))(result.changedBy);
      return again({
        // The next press is about what is stored now: the person has been told.
        revision: result.revision,
        notice: bad(
          t('edit.notSaved'),
          t('edit.conflict', { who, when: instantInWords(result.changedAt, lang) }),
          t('edit.conflictNext'),
        ),
        theirs: aroundChanges(diffLines(result.source, written.text), 1).slice(0, mostLines),
      });
    }
  }
}
