import { ArchiveFilters } from '#app/(site)/archivio/archive-filters.tsx';
import { composition } from '#lib/composition.ts';
import { fascicoloKinds, kindWords } from '#lib/fascicoli/kind.ts';
import { voiceCode, voicesOf } from '#lib/fascicoli/titolario.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import type { FascicoliQuery } from '#lib/store/fascicoli/fascicoli.ts';

interface Choice {
  name: string;
  label: string;
  value: string;
  options: readonly { value: string; label: string; lang?: string }[];
}

/** What narrows the repertorio: a form that needs no script. */
export function Filters({ query, t, lang }: { query: FascicoliQuery; t: Translate; lang: Language }) {
  const { titolari, procedureTypes, today } = composition();
  const choices: Choice[] = [
    {
      name: 'classe',
      label: t('fascicoli.voice'),
      value: query.voice ? voiceCode(query.voice) : '',
      options: voicesOf(titolari.on(today())).map((voice) => ({
        value: voiceCode(voice),
        label: `${voiceCode(voice)} ${voice.className ?? voice.titleName.it}`,
        lang: 'it',
      })),
    },
    {
      name: 'specie',
      label: t('fascicoli.kind'),
      value: query.kind ?? '',
      options: fascicoloKinds.map((kind) => ({ value: kind, label: kindWords[kind][lang] })),
    },
    {
      name: 'unita',
      label: t('fascicoli.unit'),
      value: query.unit ?? '',
      options: [...procedureTypes.units()].map(([code, unit]) => ({ value: code, label: unit[lang] })),
    },
    {
      name: 'stato',
      label: t('fascicoli.state'),
      value: query.state ?? '',
      options: [
        { value: 'open', label: t('fascicoli.stateOpen') },
        { value: 'closed', label: t('fascicoli.stateClosed') },
      ],
    },
  ];
  return (
    <ArchiveFilters list="/archivio/fascicoli" name={t('fascicoli.filters')} t={t}>
      <p className="is-wide">
        <label htmlFor="parole">{t('fascicoli.words')}</label>
        <input id="parole" name="parole" type="search" defaultValue={query.words} maxLength={200} />
      </p>
      <p>
        <label htmlFor="anno">{t('fascicoli.year')}</label>
        <input id="anno" name="anno" inputMode="numeric" defaultValue={query.year} maxLength={4} />
      </p>
      {choices.map(({ name, label, value, options }) => (
        <p key={name}>
          <label htmlFor={name}>{label}</label>
          <select id={name} name={name} defaultValue={value}>
            <option value="">{t('fascicoli.all')}</option>
            {options.map((option) => (
              <option key={option.value} value={option.value} lang={option.lang}>
                {option.label}
              </option>
            ))}
          </select>
        </p>
      ))}
    </ArchiveFilters>
  );
}
