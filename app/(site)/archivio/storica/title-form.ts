import type { FormView } from '#lib/http/form-view.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { sensitivities } from '#lib/records/phase.ts';
import type { HistoricalLine } from '#lib/store/keeping/historical.ts';

/** What an affair is called in public, and for which reason, if any, reading it is limited (D.Lgs. 42/2004 art. 122). */
export const titleForm = (line: HistoricalLine, after: string, t: Translate): FormView => ({
  parts: [
    {
      kind: 'text',
      name: 'title',
      label: t('keeping.publicTitle'),
      required: true,
      maxLength: 500,
      value: line.publicTitle,
    },
    {
      kind: 'select',
      name: 'sensitivity',
      label: t('keeping.sensitivity'),
      required: true,
      options: sensitivities.map((one) => ({ value: one, label: t(`keeping.sensitivity.${one}`) })),
      values: [line.sensitivity],
    },
    {
      kind: 'checks',
      name: 'despiteWords',
      label: t('keeping.despiteWordsTitle'),
      options: [{ value: 'yes', label: t('keeping.despiteWords') }],
    },
  ],
  hidden: [
    { name: 'record', value: line.record },
    { name: 'after', value: after },
  ],
  buttons: [{ label: t('keeping.confirmTitle'), intent: 'confirm', manner: 'secondary' }],
});
