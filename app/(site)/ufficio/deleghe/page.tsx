import type { Metadata } from 'next';
import { AnsweredForm } from '#app/_components/forms/answered-form.tsx';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { mayCheckDeeds } from '#lib/access/delegations/giving.ts';
import { composition } from '#lib/composition.ts';
import { dayInWords } from '#lib/i18n/dates.ts';
import { messageKey } from '#lib/i18n/translate.ts';
import { PagesNav } from '../../mia-pagina/pages-nav.tsx';
import { scopeWords } from '../../mia-pagina/deleghe/scope-words.ts';
import { loadDesk } from '../load-desk.ts';
import { checkDeed } from './check-deed.ts';

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const context = await pageContext();
  return pageMetadata(context, { title: context.t('own.deeds'), path: '/ufficio/deleghe', index: false });
}

/** Delegations and powers of representation that people have shown on paper: looked at one by one before they count. */
export default async function DeedsPage({ searchParams }: Props) {
  const { t, lang } = await pageContext();
  const { session } = await loadDesk();
  const { delegations, procedureTypes, today } = composition();
  const permission = mayCheckDeeds(session);
  const query = await searchParams;
  const after = typeof query['dopo'] === 'string' ? query['dopo'] : undefined;
  const page = permission.allowed ? await delegations.listToCheck(session.member, after) : { items: [], next: null };
  const done = messageKey('ownDone', typeof query['fatto'] === 'string' ? query['fatto'] : '');
  return (
    <div className="container archive-desk own-page">
      <p className="desk-crumb">
        <a href="/ufficio">‹ {t('work.title')}</a>
      </p>
      <h1>{t('own.deeds')}</h1>
      <p className="lead">{permission.allowed ? t('own.deedsLead') : permission.reason.text[lang]}</p>
      {done ? (
        <p className="types-told" role="status">
          {t(done)}
        </p>
      ) : null}
      {page.items.length === 0 ? <p className="empty">{t('own.noDeeds')}</p> : null}
      <ul className="delegations">
        {page.items.map((delegation) => {
          const { code, delegate, principal, taxCode, power, from, until } = delegation;
          return (
            <li key={code} className="delegation">
              <h2>{t('own.deedOf', { delegate: delegate.name, principal: principal.name })}</h2>
              <dl>
                <div>
                  <dt>{t('own.form.principalCode')}</dt>
                  <dd>{taxCode}</dd>
                </div>
                <div>
                  <dt>{t('own.may')}</dt>
                  <dd>{t(`own.power.${power}`)}</dd>
                </div>
                <div>
                  <dt>{t('own.for')}</dt>
                  <dd>{scopeWords(delegation, procedureTypes, today(), { t, lang })}</dd>
                </div>
                <div>
                  <dt>{t('own.days')}</dt>
                  <dd>
                    {t('own.fromTo', { from: dayInWords(from, lang), until: until ? dayInWords(until, lang) : '…' })}
                  </dd>
                </div>
              </dl>
              <p>
                <a href={`/ufficio/deleghe/${code}/prova`}>{t('own.readDeed')}</a>
              </p>
              <AnsweredForm
                id={`atto-${code}`}
                label={t('own.deedOf', { delegate: delegate.name, principal: principal.name })}
                answer={checkDeed.bind(null, code)}
                start={{
                  form: {
                    hidden: [],
                    parts: [
                      {
                        kind: 'text',
                        name: 'reason',
                        label: t('own.refusalReason'),
                        help: t('own.refusalReasonHelp'),
                        maxLength: 500,
                      },
                    ],
                    buttons: [
                      { label: t('own.act.confirm'), intent: 'confirm', manner: 'primary' },
                      { label: t('own.act.refuse'), intent: 'refuse', manner: 'secondary' },
                    ],
                  },
                  problems: [],
                  notice: null,
                  turn: 0,
                }}
                words={{ problems: t('form.problems'), optional: t('form.optional'), working: t('form.working') }}
              />
            </li>
          );
        })}
      </ul>
      <PagesNav first={after ? '/ufficio/deleghe' : null} next={page.next && `/ufficio/deleghe?dopo=${page.next}`} />
    </div>
  );
}
