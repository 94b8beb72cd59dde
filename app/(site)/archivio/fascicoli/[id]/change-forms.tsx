import { isOfPerson } from '#lib/fascicoli/kind.ts';
import { acceptOf, plainFormats } from '#lib/http/file-format.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import type { FascicoloView } from '#lib/store/fascicoli/fascicoli.ts';
import { unitChoices, voiceChoices } from '../../choices.ts';
import { ChangeList, type Change } from './change-list.tsx';
import { closeForm } from './closing-forms.ts';

/** What can be done to a fascicolo that is open and not led by a procedure; each behind its own button. */
export function ChangeForms({ view, t, lang }: { view: FascicoloView; t: Translate; lang: Language }) {
  const led = view.kind === 'procedimento';
  const changes: Change[] = [
    ...(led ? [] : [fillForm(t)]),
    ...(view.subOf === null ? [reclassifyForm(t)] : []),
    ...(led ? [] : [unitForm(t, lang), closeForm(view, t, lang)]),
  ];
  return (
    <div className="fascicolo-actions">
      {isOfPerson(view.kind) && view.subOf === null ? (
        <p>
          <a href={`/archivio/fascicoli/nuovo?in=${view.id}`} className="btn btn-outline-primary btn-sm">
            {t('fascicolo.addPart')}
          </a>
        </p>
      ) : null}
      <ChangeList view={view} changes={changes} t={t} />
    </div>
  );
}

const fillForm = (t: Translate): Change => ({
  intent: 'fill',
  label: t('fascicolo.add'),
  button: t('fascicolo.addNow'),
  parts: [
    {
      kind: 'file',
      name: 'file',
      label: t('fascicolo.file'),
      help: t('files.limit'),
      required: true,
      accept: acceptOf(plainFormats),
    },
    {
      kind: 'text',
      name: 'title',
      label: t('fascicolo.name'),
      help: t('fascicolo.nameHelp'),
      required: true,
      maxLength: 300,
    },
    {
      kind: 'radios',
      name: 'flow',
      label: t('fascicolo.flow'),
      required: true,
      options: (['in', 'out', 'internal'] as const).map((value) => ({
        value,
        label: t(`flow.${value}`),
        help: t(`flowHelp.${value}`),
      })),
    },
    { kind: 'text', name: 'correspondent', label: t('fascicolo.correspondent'), maxLength: 300 },
  ],
});

const reclassifyForm = (t: Translate): Change => ({
  intent: 'reclassify',
  label: t('fascicolo.reclassify'),
  button: t('fascicolo.change'),
  parts: [
    {
      kind: 'select',
      name: 'voice',
      label: t('fascicoli.voice'),
      required: true,
      options: [{ value: '', label: '—' }, ...voiceChoices()],
    },
    { kind: 'text', name: 'why', label: t('fascicolo.why'), required: true, maxLength: 500 },
  ],
});

const unitForm = (t: Translate, lang: Language): Change => ({
  intent: 'unit',
  label: t('fascicolo.changeUnit'),
  button: t('fascicolo.change'),
  parts: [
    {
      kind: 'select',
      name: 'unit',
      label: t('fascicoli.unit'),
      required: true,
      options: [{ value: '', label: '—' }, ...unitChoices(lang)],
    },
  ],
});
