import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { dayInWords, instantInWords } from '#lib/i18n/dates.ts';
import { romeDay } from '#lib/procedures/rome.ts';
import type { DraftLine } from '#lib/store/request-drafts/draft-view.ts';

/** Requests that were begun and not sent, for whom one acts now: seen by who wrote them alone. */
export async function MyDrafts({ drafts }: { drafts: readonly DraftLine[] }) {
  const { t, lang } = await pageContext();
  const { procedureTypes } = composition();
  if (drafts.length === 0) return null;
  return (
    <section aria-labelledby="bozze" className="my-section">
      <h2 id="bozze">
        {t('draft.title')} <span className="my-total">({drafts.length})</span>
      </h2>
      <ul className="my-cases">
        {drafts.map(({ id, type, savedAt, expiresAt }) => {
          const known = procedureTypes.versions(type.code).find((one) => one.type.version === type.version);
          const title = known?.type.title[lang] ?? type.code;
          const at = instantInWords(savedAt, lang);
          const path = `/servizi/${type.code}/richiesta/bozza/${id}`;
          return (
            <li key={id} className="my-case">
              <h3>
                <a href={path}>{title}</a>
              </h3>
              <p className="my-facts">
                {t('draft.lineSaved', { at })} · {t('draft.lineUntil', { day: dayInWords(romeDay(expiresAt), lang) })}
              </p>
              <p className="asked-buttons">
                <a className="btn btn-primary btn-sm" href={path} aria-label={t('draft.resumeOf', { title, at })}>
                  {t('draft.resume')}
                </a>
                <a
                  className="btn btn-outline-primary btn-sm"
                  href={`${path}/elimina`}
                  aria-label={t('draft.deleteOf', { title, at })}
                >
                  {t('draft.delete')}
                </a>
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
