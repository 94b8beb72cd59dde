import type { FormPart } from '#lib/http/form-view.ts';
import { dayInWords } from '#lib/i18n/dates.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import type { FascicoloView } from '#lib/store/fascicoli/fascicoli.ts';
import type { RetentionView } from '#lib/store/keeping/list-keeping.ts';
import type { Change } from './change-list.tsx';
import { reopenForm } from './closing-forms.ts';

/** What can be done to a fascicolo that is closed: the day that was missing, selection by hand, opening again. */
export function closedChanges(view: FascicoloView, kept: RetentionView | null, t: Translate, lang: Language): Change[] {
  const reopening = view.kind === 'procedimento' ? [] : [reopenForm(t)];
  if (view.subOf !== null) return reopening;
  const fact = factForm(kept, t);
  return [...(fact ? [fact] : []), selectForm(view, t, lang), ...reopening];
}

/** The day, or the main case, for which a rule waits; null where it waits for nothing that somebody can say. */
function factForm(kept: RetentionView | null, t: Translate): Change | null {
  const rule = kept?.how === 'byHand' ? null : kept?.rule;
  if (rule?.disposition !== 'discard') return null;
  const { trigger } = rule;
  if (trigger !== 'decisionExpiry' && trigger !== 'relationEnd' && trigger !== 'mainCaseClosed') return null;
  const asked: FormPart =
    trigger === 'mainCaseClosed'
      ? { kind: 'text', name: 'main', label: t('retention.main'), help: t('retention.mainHelp'), required: true }
      : { kind: 'date', name: 'on', label: t(`retention.fact.${trigger}`), required: true, width: 'medium' };
  return {
    intent: 'fact',
    label: t(`retention.say.${trigger}`),
    button: t('retention.factSave'),
    parts: [{ kind: 'words', name: 'about', lines: [t('retention.factHelp', { count: rule.years })] }, asked],
    hidden: [{ name: 'fact', value: trigger }],
  };
}

const selectForm = (view: FascicoloView, t: Translate, lang: Language): Change => ({
  intent: 'select',
  label: t('retention.select'),
  button: t('retention.selectSave'),
  parts: [
    { kind: 'words', name: 'about', lines: [t('retention.selectHelp')] },
    {
      kind: 'radios',
      name: 'disposition',
      label: t('retention.disposition'),
      required: true,
      options: [
        { value: 'keep', label: t('retention.keep'), help: t('retention.keepHelp') },
        { value: 'destroy', label: t('retention.destroy'), help: t('retention.destroyHelp') },
      ],
    },
    {
      kind: 'date',
      name: 'until',
      label: t('retention.until'),
      help: view.closedOn ? t('retention.untilHelp', { day: dayInWords(view.closedOn, lang) }) : undefined,
      width: 'medium',
    },
    { kind: 'text', name: 'why', label: t('fascicolo.why'), required: true, maxLength: 1000 },
  ],
});
