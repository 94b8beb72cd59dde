import type { Metadata } from 'next';
import { AnsweredForm } from '#app/_components/forms/answered-form.tsx';
import { pageContext } from '#app/_components/page-context.ts';
import { mayAdminister } from '#lib/access/delegations/giving.ts';
import { composition } from '#lib/composition.ts';
import { erasable } from '#lib/store/own-data/own-data-store.ts';
import { messageKey } from '#lib/i18n/translate.ts';
import { loadMine, minePath } from '../load-mine.ts';
import { one, ownMetadata, type Query } from '../own-page.ts';
import { eraseOwnOf } from './erase-own.ts';
import { KeptByLaw } from './kept-by-law.tsx';

export const generateMetadata = (): Promise<Metadata> => ownMetadata('own.door.data', '/mia-pagina/dati');

/** A copy of one's data, and what of them one may have erased; what the law keeps is said with the reason and until when. */
export default async function OwnDataPage({ searchParams }: { searchParams: Query }) {
  const { t } = await pageContext();
  const query = await searchParams;
  const mine = await loadMine(one(query['per']));
  const { session, acting } = mine;
  const may = mayAdminister(session, acting.agent);
  const done = messageKey('ownDone', one(query['fatto']) ?? '');
  if (!may)
    return (
      <div className="container my-page own-page">
        <h1>{t('own.door.data')}</h1>
        <p className="empty">{t('own.notYoursToRead', { name: acting.name })}</p>
      </div>
    );
  const kept = await composition().ownData.keptByLaw(acting.agent);
  return (
    <div className="container my-page own-page">
      <h1>{t('own.door.data')}</h1>
      {done ? (
        <p className="types-told" role="status">
          {t(done)}
        </p>
      ) : null}
      <section aria-labelledby="copia" className="my-section">
        <h2 id="copia">{t('own.copy')}</h2>
        <p>{t('own.copyLead')}</p>
        <p className="own-doors">
          <a className="btn btn-primary" href={minePath('/mia-pagina/dati/copia.zip', mine)} download>
            {t('own.copyZip')}
          </a>
          <a className="btn btn-outline-primary" href={minePath('/mia-pagina/dati/copia.json', mine)} download>
            {t('own.copyJson')}
          </a>
        </p>
      </section>
      <section aria-labelledby="cancella" className="my-section">
        <h2 id="cancella">{t('own.erase')}</h2>
        <p>{t('own.eraseLead')}</p>
        <AnsweredForm
          id="cancellazione"
          label={t('own.erase')}
          answer={eraseOwnOf.bind(null, acting.agent)}
          start={{
            form: {
              hidden: [],
              parts: [
                {
                  kind: 'checks',
                  name: 'what',
                  label: t('own.eraseWhat'),
                  required: true,
                  options: erasable.map((value) => ({
                    value,
                    label: t(`own.erasable.${value}`),
                    help: t(`own.erasableHelp.${value}`),
                  })),
                },
                {
                  kind: 'checks',
                  name: 'sure',
                  label: t('own.eraseSure'),
                  required: true,
                  options: [{ value: 'yes', label: t('own.eraseSureYes') }],
                },
              ],
              buttons: [{ label: t('own.eraseDo'), intent: 'erase', manner: 'primary' }],
            },
            problems: [],
            notice: null,
            turn: 0,
          }}
          words={{ problems: t('form.problems'), optional: t('form.optional'), working: t('form.working') }}
        />
      </section>
      <KeptByLaw kept={kept} mine={mine} />
    </div>
  );
}
