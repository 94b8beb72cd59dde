import { composition } from '#lib/composition.ts';
import { lineByClass, linesFor } from '#lib/fascicoli/keeping-at-closing.ts';
import type { FormPart } from '#lib/http/form-view.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import type { FascicoloView } from '#lib/store/fascicoli/fascicoli.ts';
import { retentionInWords } from '../../retention-in-words.ts';
import type { Change } from './change-list.tsx';

/** What the form says where no line of the plan speaks of the fascicolo. */
export const noLine = '-';

/** Closing asks under which line of its conservation plan the fascicolo falls; a sottofascicolo is asked nothing. */
export const closeForm = (view: FascicoloView, t: Translate, lang: Language): Change => ({
  intent: 'close',
  label: t('fascicolo.close'),
  button: t('fascicolo.close'),
  parts: [
    { kind: 'words', name: 'about', lines: [t('fascicolo.closeHelp')] },
    ...(view.subOf === null ? keepingParts(view, t, lang) : []),
  ],
});

function keepingParts(view: FascicoloView, t: Translate, lang: Language): FormPart[] {
  const plan = composition().titolari.planOf(view.titolario);
  const lines = linesFor(plan, view);
  const own = lineByClass(plan, view);
  return [
    {
      kind: 'radios',
      name: 'line',
      label: t('retention.line'),
      help: t('retention.lineHelp'),
      values: own ? [own.aggregation.it] : [],
      required: true,
      options: [
        ...lines.map(({ aggregation, retention }) => ({
          value: aggregation.it,
          label: aggregation[lang],
          help: retentionInWords(retention, t),
        })),
        { value: noLine, label: t('retention.lineNone'), help: t('retention.lineNoneHelp') },
      ],
    },
    {
      kind: 'date',
      name: 'startsOn',
      label: t('retention.startsOn'),
      help: t('retention.startsOnHelp'),
      width: 'medium',
    },
    {
      kind: 'text',
      name: 'postpone',
      label: t('retention.postpone'),
      help: t('retention.postponeHelp'),
      maxLength: 500,
    },
  ];
}

/** Opening again asks why. */
export const reopenForm = (t: Translate): Change => ({
  intent: 'reopen',
  label: t('retention.reopen'),
  button: t('retention.reopen'),
  parts: [
    { kind: 'words', name: 'about', lines: [t('retention.reopenHelp')] },
    { kind: 'text', name: 'why', label: t('fascicolo.why'), required: true, maxLength: 500 },
  ],
});
