import type { Language } from '#lib/i18n/language.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import type { ProcedureType } from '#lib/procedures/types/procedure-type.ts';
import { costWords, durationWords } from '#lib/procedures/types/service-words.ts';
import { channelWords } from './channels.ts';

/** A service in the list: what it is, how long, how much, by which ways. */
export function ServiceCard({ type, t, lang }: { type: ProcedureType; t: Translate; lang: Language }) {
  const facts = [
    { label: t('services.duration'), value: durationWords(type)[lang] },
    { label: t('services.cost'), value: costWords(type)[lang] },
    { label: t('services.channels'), value: channelWords(type, t).join(', ') },
  ];
  return (
    <li className="service-card">
      <h3>
        <a href={`/servizi/${type.code}`}>{type.title[lang]}</a>
      </h3>
      <p>{type.summary[lang]}</p>
      <dl>
        {facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
