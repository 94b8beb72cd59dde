import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { dayInWords } from '#lib/i18n/dates.ts';
import { communicatedOn } from '#lib/procedures/cases/communicated-on.ts';
import { isSilent } from '#lib/procedures/cases/standing.ts';
import { outcomeWords } from '#lib/procedures/types/outcomes.ts';
import { remedyTerms } from '#lib/procedures/remedy-terms.ts';
import { weekdayWords } from '#lib/procedures/day-words.ts';
import type { MyCaseFacts } from '../../load-my-case.ts';

/** What was decided, by which act, and until when it can be challenged: counted from the day it was made known. */
export async function Decision({ found: { view, documents, places } }: { found: MyCaseFacts }) {
  const { t, lang } = await pageContext();
  const { procedure, context } = view;
  if (procedure.state === 'running') return null;
  const { procedureTypes, today } = composition();
  const { outcome, concludedOn, act } = procedure;
  const bySilence = isSilent(outcome);
  const knownOn = communicatedOn(procedure, view.activities, context.catalogue) ?? concludedOn;
  const { remedies } = context.type;
  const challenged = outcome !== 'withdrawn' && remedies.length > 0;
  const words = challenged
    ? remedies.map(({ text, source }) => ({ text, terms: remedyTerms({ source }, knownOn, context) }))
    : [];
  const dated = words.some(({ terms }) => terms.length > 0);
  const document = documents.find(({ record }) => record === act?.record);
  const access = procedureTypes.findType('accesso-documentale', today());
  return (
    <section className="my-decision" aria-labelledby="decisione">
      <h2 id="decisione">{t('decision.title')}</h2>
      <p className="my-outcome">{outcomeWords[outcome][lang]}</p>
      <p>
        {bySilence
          ? t('decision.bySilence', { day: dayInWords(concludedOn, lang) })
          : `${t('decision.on', { day: dayInWords(concludedOn, lang) })}${outcome === 'withdrawn' ? '' : `, ${t('decision.toldOn', { day: dayInWords(knownOn, lang) })}`}.`}
        {act ? ` ${t('decision.act', { act: act.reference })}.` : ''}
      </p>
      {document ? (
        <p>
          <a className="btn btn-outline-primary" href={places.document(document.record)}>
            {t('decision.read')}
          </a>
        </p>
      ) : null}
      {challenged ? (
        <>
          <h3>{t('procedure.against')}</h3>
          <ul className="my-remedies">
            {words.flatMap(({ text, terms }) =>
              terms.length === 0
                ? [<li key={text.it}>{text[lang]}</li>]
                : terms.map(({ name, days, article, until }) => (
                    <li key={name.it}>
                      <strong>{name[lang]}</strong>:{' '}
                      {t(until < today() ? 'decision.over' : 'decision.until', {
                        day: weekdayWords(until, today())[lang],
                      })}{' '}
                      <span className="aside">
                        ({t('decision.days', { count: days })}, {article})
                      </span>
                    </li>
                  )),
            )}
          </ul>
          {dated ? <p className="aside">{t('decision.counted', { day: dayInWords(knownOn, lang) })}</p> : null}
          <p>
            {t('decision.access')} {access ? <a href={`/servizi/${access.code}`}>{t('decision.accessGo')}</a> : null}
          </p>
        </>
      ) : null}
    </section>
  );
}
