import { fileWords } from '#app/_components/forms/file-words.ts';
import { AnsweredForm } from '#app/_components/forms/answered-form.tsx';
import type { FormPart } from '#lib/http/form-view.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import type { FascicoloView } from '#lib/store/fascicoli/fascicoli.ts';
import { firstState, formWords } from '../../form-words.ts';
import { changeFascicolo } from './change-fascicolo.ts';

/** Something that can be done to a fascicolo; `intent` says to the action which it was. */
export interface Change {
  intent: string;
  label: string;
  button: string;
  parts: FormPart[];
  hidden?: { name: string; value: string }[];
}

/** What can be done, each behind its own button. @param stamp another once something was done, so that the forms begin anew */
export function ChangeList({
  view,
  changes,
  stamp = '',
  t,
}: {
  view: FascicoloView;
  changes: readonly Change[];
  stamp?: string;
  t: Translate;
}) {
  return changes.map(({ intent, label, button, parts, hidden = [] }) => (
    <AnsweredForm
      fold={{ summary: label }}
      key={`${intent}-${view.events.length}-${stamp}`}
      id={intent}
      label={label}
      answer={changeFascicolo}
      start={firstState({
        parts,
        hidden: [{ name: 'id', value: view.id }, ...hidden],
        buttons: [{ label: button, intent, manner: 'primary' }],
      })}
      files={fileWords(t)}
      words={formWords(t)}
    />
  ));
}
