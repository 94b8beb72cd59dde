import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { citizenStateOf } from '#lib/procedures/cases/citizen-state.ts';
import { weekdayWords } from '#lib/procedures/day-words.ts';
import { dueWords } from '#lib/projections/due-words.ts';
import type { MyCaseFacts } from '../../load-my-case.ts';
import { NextStep } from '../../next-step.tsx';

/** Where a case stands: in plain words, what its party has to do, what comes next, until when and why; and its end for one's calendar. */
export async function CaseNow({ found }: { found: MyCaseFacts }) {
  const { t, lang } = await pageContext();
  const { today } = composition();
  const { view, asked, places } = found;
  const { procedure, context, line } = view;
  const state = citizenStateOf(procedure, context);
  const due = dueWords(line, today());
  return (
    <section className="my-now" aria-labelledby="stato">
      <h2 id="stato">{state.title[lang]}</h2>
      <p>{state.text[lang]}</p>
      {state.todo && !asked ? (
        <p className="my-todo">
          <strong>{t('mine.todo')}</strong> {state.todo.what[lang]}
          {state.todo.by ? ` · ${t('mine.by', { day: weekdayWords(state.todo.by, today())[lang] })}` : ''}
        </p>
      ) : null}
      <NextStep handled={view} line={line} t={t} lang={lang} />
      <p className={`my-due heat-${due.heat}`}>
        <span className="work-due">{due.words[lang]}</span>{' '}
        {procedure.legal ? <a href={places.term}>{t('case.why')}</a> : null}
      </p>
      {places.acts && procedure.state === 'running' && line.dueOn ? (
        <p>
          <a href={`${places.page}/scadenza.ics`}>{t('mine.calendar')}</a>
        </p>
      ) : null}
    </section>
  );
}
