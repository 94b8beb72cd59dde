import { pageContext } from '#app/_components/page-context.ts';
import type { CitizenSession } from '#lib/access/session.ts';
import { composition } from '#lib/composition.ts';
import { instantInWords } from '#lib/i18n/dates.ts';
import type { ProcedureType } from '#lib/procedures/types/procedure-type.ts';
import { draftPath } from './draft-path.ts';

/** Shown above a new form: that one has begun the same request before. */
const mostShown = 3;

/** Drafts of the same request, so that nobody begins it twice. */
export async function OwnDrafts({ session, type }: { session: CitizenSession; type: ProcedureType }) {
  const { t, lang } = await pageContext();
  const drafts = (await composition().requestDrafts.list(session.agent)).filter(
    (draft) => draft.type.code === type.code,
  );
  if (drafts.length === 0) return null;
  return (
    <section className="callout-plain" aria-labelledby="gia">
      <h2 id="gia">{t('draft.already')}</h2>
      <ul className="plain">
        {drafts.slice(0, mostShown).map(({ id, savedAt }) => {
          const at = instantInWords(savedAt, lang);
          return (
            <li key={id}>
              {t('draft.alreadyText', { at })}{' '}
              <a href={draftPath(type.code, id)} aria-label={t('draft.resumeOf', { title: type.title[lang], at })}>
                {t('draft.resume')}
              </a>
            </li>
          );
        })}
      </ul>
      <p>{t('draft.orNew')}</p>
    </section>
  );
}
