import { PhaseLine } from '#app/_components/phase-line.tsx';
import { composition } from '#lib/composition.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { citizenStateOf } from '#lib/procedures/cases/citizen-state.ts';
import { weekdayWords } from '#lib/procedures/day-words.ts';
import { dueWords } from '#lib/projections/due-words.ts';
import type { MyLine } from '#lib/store/procedures/procedure-store.ts';
import { NextStep } from './next-step.tsx';
import { ownPlaces, type CasePlaces } from './case-places.ts';

/** One case as its party reads it: what it is, where it stands, what they have to do, until when, who has it. */
export function MyCase({
  line,
  t,
  lang,
  placesOf = ownPlaces,
}: {
  line: MyLine;
  t: Translate;
  lang: Language;
  placesOf?: (id: string, type: string) => CasePlaces;
}) {
  const { procedureTypes, today } = composition();
  const { procedure, context } = line.handled;
  const places = placesOf(line.id, procedure.type.code);
  const state = citizenStateOf(procedure, context);
  const due = dueWords(line, today());
  const unit = procedureTypes.units().get(line.unit);
  return (
    <li className="my-case">
      <h3>
        <a href={places.page}>
          {context.type.title[lang]}
          {line.isNew ? <span className="my-new">{t('mine.new')}</span> : null}
        </a>
      </h3>
      <p className="my-subject" lang="it">
        {line.title}
      </p>
      {procedure.state === 'running' ? (
        <PhaseLine procedure={procedure} catalogue={context.catalogue} t={t} lang={lang} />
      ) : null}
      <p className="my-state">
        <strong>{`${state.title[lang]}.`}</strong> {state.text[lang]}
      </p>
      {state.todo ? (
        <p className="my-todo">
          <strong>{t('mine.todo')}</strong> {state.todo.what[lang]}
          {state.todo.by ? ` · ${t('mine.by', { day: weekdayWords(state.todo.by, today())[lang] })}` : ''}
          {line.needsMe && places.acts ? (
            <a
              className="btn btn-primary btn-sm my-go"
              href={`${places.page}#chiesto`}
              aria-label={t('asked.goOf', { title: line.title })}
            >
              {t('asked.go')}
            </a>
          ) : null}
        </p>
      ) : null}
      <NextStep handled={line.handled} line={line} t={t} lang={lang} />
      <p className={`my-due heat-${due.heat}`}>
        <span className="work-due">{due.words[lang]}</span>
        {procedure.legal ? (
          <>
            {' '}
            <a href={places.term} aria-label={t('mine.whyOf', { title: line.title })}>
              {t('case.why')}
            </a>
          </>
        ) : null}
      </p>
      <p className="my-facts">
        {`${unit?.[lang] ?? line.unit} · ${t('work.protocol', {
          number: String(line.protocol.number).padStart(7, '0'),
          year: String(line.protocol.year),
        })}`}
      </p>
    </li>
  );
}
