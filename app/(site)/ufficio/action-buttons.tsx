import { AnsweredForm } from '#app/_components/forms/answered-form.tsx';
import { pageContext } from '#app/_components/page-context.ts';
import { mayReceive } from '#lib/access/procedures.ts';
import { composition } from '#lib/composition.ts';
import { actionForm, type ActionChoices } from '#lib/http/action-form.ts';
import { optionsOf } from '#lib/procedures/cases/options.ts';
import { dayWords } from '#lib/procedures/day-words.ts';
import { caseActions, type CaseAction } from '#lib/projections/case-actions.ts';
import { actOnCase } from './act-on-case.ts';
import type { DeskCase } from './load-case.ts';

/** What can be done next: each opens its form; what cannot stays in reach of the keyboard, with the reason and the article. */
export async function ActionButtons({ found, here, Part }: { found: DeskCase; here: string; Part: 'h2' | 'h3' }) {
  const { t, lang } = await pageContext();
  const { staff, procedureTypes, today } = composition();
  const { view, facts, desk } = found;
  const actions = caseActions(optionsOf(view.procedure, view.context), { ...desk, facts });
  const members = await staff.listMembers([view.procedure.unit], today());
  const choices: ActionChoices = {
    colleagues: members
      .filter((member) => mayReceive(member, facts, desk.organisation).allowed)
      .map(({ member, name }) => ({ id: member, name })),
    units: [...procedureTypes.units()].map(([code, unit]) => ({ code, name: unit[lang] })),
    today: today(),
    t,
    lang,
  };
  const group = (title: string, list: readonly CaseAction[], id: string) =>
    list.length === 0 ? null : (
      <section aria-labelledby={`do-${id}`} className={`case-do case-do-${id}`}>
        <Part id={`do-${id}`}>{title}</Part>
        <ul>
          {list.map((action) => (
            <li key={`${action.option.action}-${action.option.to ?? ''}-${action.option.finds.join()}`}>
              <ActionButton action={action} view={view} choices={choices} here={here} />
            </li>
          ))}
        </ul>
      </section>
    );
  return (
    <>
      {group(t('case.next'), actions.ways, 'ways')}
      {group(t('case.handling'), actions.handling, 'handling')}
      {group(t('case.rare'), actions.rare, 'rare')}
    </>
  );
}

function ActionButton({
  action: { option, barred },
  view,
  choices,
  here,
}: {
  action: CaseAction;
  view: DeskCase['view'];
  choices: ActionChoices;
  here: string;
}) {
  const { t, lang } = choices;
  const id = `act-${option.action}${option.to ? `-${option.to}` : ''}${option.finds.map((one) => `-${one}`).join('')}`;
  if (barred) {
    const from = barred.from ? ` ${t('case.barredFrom', { day: dayWords(barred.from)[lang] })}` : '';
    return (
      <>
        <button
          type="button"
          className="btn btn-outline-secondary btn-sm case-barred"
          aria-disabled="true"
          aria-describedby={`${id}-why`}
        >
          {option.label[lang]}
        </button>
        <p id={`${id}-why`} className="case-why">
          {barred.text[lang].replace(/\.$/, '')}
          {barred.article ? ` (${barred.article})` : ''}.{from}
        </p>
      </>
    );
  }
  const form = actionForm(view, option, choices);
  return (
    <AnsweredForm
      fold={{ summary: option.label[lang], group: 'azione' }}
      key={`${id}-${view.procedure.version}`}
      id={id}
      label={option.label[lang]}
      answer={actOnCase}
      start={{
        form: { ...form, hidden: [...form.hidden, { name: 'here', value: here }] },
        problems: [],
        notice: null,
        turn: 0,
      }}
      words={{ problems: t('form.problems'), optional: t('form.optional'), working: t('form.working') }}
    />
  );
}
