import { pageContext } from '#app/_components/page-context.ts';
import type { FormChange } from '#lib/procedures/requests/carry-over.ts';

/** What is other in the form since a draft was written. */
export async function FormChanges({ changes }: { changes: readonly FormChange[] }) {
  const { t, lang } = await pageContext();
  if (changes.length === 0) return null;
  return (
    <section className="callout-plain form-changes" aria-labelledby="cambiato">
      <h2 id="cambiato">{t('draft.changed')}</h2>
      <p>{t('draft.changedText')}</p>
      <ul>
        {changes.map((change) => {
          const said = 'said' in change ? change.said.map((one) => `«${one}»`).join(', ') : '';
          const kind = change.kind === 'askedAnew' && said !== '' ? 'askedAnewSaid' : change.kind;
          return (
            <li key={change.kind + change.label.it}>
              {t(`draft.change.${kind}`, { label: change.label[lang], said })}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
