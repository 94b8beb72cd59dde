'use client';

import { ToldForm } from '#app/_components/forms/told-form.tsx';
import type { ToldState } from '#app/_components/forms/told-state.ts';
import type { RightsFormView, RightsOption } from './rights-form-view.ts';

type Word = 'title' | 'rights' | 'rightsHelp' | 'licence' | 'licenceHelp' | 'side' | 'sideHelp' | 'send' | 'working';

/** Which rights hold for an institution or a fonds. */
export function RightsForm({
  answer,
  words,
  view,
}: {
  answer: (before: ToldState, data: FormData) => Promise<ToldState>;
  words: Record<Word, string>;
  view: RightsFormView;
}) {
  return (
    <ToldForm id="dichiara" answer={answer} words={words}>
      {({ sent }) => (
        <div className="rights-form">
          <input type="hidden" name="kind" value={view.kind} />
          <input type="hidden" name="id" value={view.id} />
          <Choice
            name="rights"
            legend={words.rights}
            help={words.rightsHelp}
            options={view.rights.options}
            now={sent['rights'] ?? view.rights.now}
          />
          <Choice
            name="licence"
            legend={words.licence}
            help={words.licenceHelp}
            options={view.licence.options}
            now={sent['licence'] ?? view.licence.now}
          />
          {view.reservedSide ? (
            <Choice
              name="reservedSide"
              legend={words.side}
              help={words.sideHelp}
              options={view.reservedSide.options}
              now={sent['reservedSide'] ?? view.reservedSide.now}
            />
          ) : null}
        </div>
      )}
    </ToldForm>
  );
}

function Choice({
  name,
  legend,
  help,
  options,
  now,
}: {
  name: string;
  legend: string;
  help: string;
  options: readonly RightsOption[];
  now: string;
}) {
  return (
    <fieldset aria-describedby={`${name}-help`}>
      <legend>{legend}</legend>
      <p className="aside" id={`${name}-help`}>
        {help}
      </p>
      {options.map(({ value, label, help: meaning }) => (
        <p key={value} className="rights-choice">
          <input
            id={`${name}-${value}`}
            type="radio"
            name={name}
            value={value}
            defaultChecked={value === now}
            required
            aria-describedby={meaning ? `${name}-${value}-help` : undefined}
          />
          <label htmlFor={`${name}-${value}`}>{label}</label>
          {meaning ? (
            <span className="aside" id={`${name}-${value}-help`}>
              {meaning}
            </span>
          ) : null}
        </p>
      ))}
    </fieldset>
  );
}
