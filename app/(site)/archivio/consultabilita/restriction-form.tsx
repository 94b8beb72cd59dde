'use client';

import { ToldForm } from '#app/_components/forms/told-form.tsx';
import type { ToldState } from '#app/_components/forms/told-state.ts';

export interface Choice {
  value: string;
  label: string;
}

type Word =
  'title' | 'record' | 'recordHelp' | 'sensitivity' | 'closed' | 'day' | 'inherits' | 'reason' | 'send' | 'working';

/** What may not be read, why and until when. */
export function RestrictionForm({
  answer,
  words,
  record,
  sensitivities,
  closures,
}: {
  answer: (before: ToldState, data: FormData) => Promise<ToldState>;
  words: Record<Word, string>;
  /** The unit from whose page somebody comes. */
  record: string;
  sensitivities: readonly Choice[];
  closures: readonly Choice[];
}) {
  return (
    <ToldForm id="limite" answer={answer} words={words}>
      {({ sent, turn }) => (
        <>
          <p>
            <label htmlFor="limit-record">{words.record}</label>
            <input
              id="limit-record"
              name="record"
              required
              maxLength={300}
              defaultValue={sent['record'] ?? record}
              aria-describedby="limit-record-help"
            />
            <span id="limit-record-help" className="aside">
              {words.recordHelp}
            </span>
          </p>
          <Select
            id="limit-sensitivity"
            name="sensitivity"
            label={words.sensitivity}
            choices={sensitivities}
            sent={sent}
          />
          <Select id="limit-closed" name="closed" label={words.closed} choices={closures} sent={sent} />
          <p>
            <label htmlFor="limit-day">{words.day}</label>
            <input id="limit-day" name="day" type="date" defaultValue={sent['day']} />
          </p>
          <p className="keeping-check">
            <input
              id="limit-inherits"
              name="inherits"
              type="checkbox"
              value="yes"
              defaultChecked={turn === 0 || sent['inherits'] === 'yes'}
            />{' '}
            <label htmlFor="limit-inherits">{words.inherits}</label>
          </p>
          <p>
            <label htmlFor="limit-reason">{words.reason}</label>
            <input id="limit-reason" name="reason" required maxLength={500} defaultValue={sent['reason']} />
          </p>
        </>
      )}
    </ToldForm>
  );
}

function Select({
  id,
  name,
  label,
  choices,
  sent,
}: {
  id: string;
  name: string;
  label: string;
  choices: readonly Choice[];
  sent: Readonly<Record<string, string>>;
}) {
  return (
    <p>
      <label htmlFor={id}>{label}</label>
      <select id={id} name={name} defaultValue={sent[name]}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </p>
  );
}
