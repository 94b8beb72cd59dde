import { OutwardLink } from '#app/_components/outward-link.tsx';
import { costWords, durationWords } from '#lib/procedures/types/service-words.ts';
import { channelWords } from '../channels.ts';
import type { OfficeSectionProps } from './section-props.ts';

/** The answer to most questions, beside the text. */
export function InBrief({ type, units, t, lang }: OfficeSectionProps) {
  const facts = [
    { label: t('services.duration'), value: durationWords(type)[lang] },
    { label: t('services.cost'), value: costWords(type)[lang] },
    { label: t('services.channels'), value: channelWords(type, t).join(', ') },
    { label: t('procedure.unit'), value: units.get(type.unit)?.[lang] ?? type.unit },
  ];
  const elsewhere = 'onlineService' in type && type.onlineService.kind === 'elsewhere' ? type.onlineService : null;
  return (
    <aside className="record-side in-brief" aria-labelledby="in-brief">
      <h2 id="in-brief">{t('procedure.inBrief')}</h2>
      <dl>
        {facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {elsewhere ? (
        <p>
          {t('procedure.elsewhere')} <OutwardLink value={elsewhere.url} words={elsewhere.name[lang]} />
        </p>
      ) : null}
      <nav aria-label={t('procedure.onThisPage')}>
        <ul className="plain">
          {(['needs', 'times', 'costs', 'steps', 'offices', 'remedies', 'version'] as const)
            .filter((part) => part !== 'needs' || 'documents' in type)
            .map((part) => (
              <li key={part}>
                <a href={`#${part}`}>{t(`procedure.${part}`)}</a>
              </li>
            ))}
        </ul>
      </nav>
    </aside>
  );
}
