import { pageContext } from '#app/_components/page-context.ts';
import type { FascicoloView } from '#lib/store/fascicoli/fascicoli.ts';
import type { RetentionView } from '#lib/store/keeping/list-keeping.ts';
import { RetentionFacts } from '../../../ufficio/retention-line.tsx';
import { ChangeList } from './change-list.tsx';
import { closedChanges } from './retention-forms.ts';

/** Until when a closed fascicolo is kept, and what can be said or decided of it; nothing any more of what is historical or gone. */
export async function RetentionSection({ view, kept }: { view: FascicoloView; kept: RetentionView | null }) {
  const { t, lang } = await pageContext();
  const ended = view.permit !== null || view.phase === 'historical';
  return (
    <section aria-labelledby="conservazione" className="fascicolo-index">
      <h2 id="conservazione">{t('retention.title')}</h2>
      {view.subOf !== null ? <p>{t('retention.part')}</p> : null}
      {kept ? (
        <div className="retention-fact">
          <RetentionFacts kept={kept} />
        </div>
      ) : view.subOf === null ? (
        <p className="retention-fact">{t('keeping.undecided')}</p>
      ) : null}
      {ended ? null : (
        <ChangeList view={view} changes={closedChanges(view, kept, t, lang)} stamp={kept?.saidAt ?? ''} t={t} />
      )}
    </section>
  );
}
