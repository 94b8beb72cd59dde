import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { changesBetween } from '#lib/procedures/types/diff-words.ts';
import type { ProcedureType } from '#lib/procedures/types/procedure-type.ts';

/** What a version changes, part by part. */
export async function WordsDiff({ before, after }: { before: ProcedureType; after: ProcedureType | null }) {
  const { t, lang } = await pageContext();
  const changes = after ? changesBetween(before, after, composition().procedureTypes.units()) : [];
  return (
    <section aria-labelledby="changes" className="words-diff">
      <h2 id="changes">{t('diff.title', { number: before.version })}</h2>
      {after === null ? <p>{t('diff.unreadable')}</p> : null}
      {after !== null && changes.length === 0 ? <p>{t('diff.none')}</p> : null}
      {changes.length > 0 ? (
        <dl>
          {changes.map(({ label, before: was, after: is }, index) => (
            <div key={`${index}${label.it}`}>
              <dt>{label[lang]}</dt>
              {was ? (
                <dd>
                  <span className="diff-word">{t(is ? 'diff.was' : 'diff.gone')}</span> <del>{was[lang]}</del>
                </dd>
              ) : null}
              {is ? (
                <dd>
                  <span className="diff-word">{t(was ? 'diff.is' : 'diff.new')}</span> <ins>{is[lang]}</ins>
                </dd>
              ) : null}
            </div>
          ))}
        </dl>
      ) : null}
    </section>
  );
}
