import { art35Headings, art35Letters, toArt35Row } from '#lib/projections/art35.ts';
import { CellLines } from '../cell-lines.tsx';
import type { OfficeSectionProps } from './section-props.ts';

/** The row of the table of procedures, as a sheet. */
export function Art35Sheet({ type, units, t, lang }: OfficeSectionProps) {
  const contacts = new Map([...units].map(([code, name]) => [code, { name }]));
  const { cells } = toArt35Row(type, contacts, lang);
  return (
    <section className="area" aria-labelledby="art35">
      <h2 id="art35">{t('art35.sheet')}</h2>
      <details className="unfolds">
        <summary>{t('art35.open')}</summary>
        <dl>
          {art35Letters.map((letter) => (
            <div key={letter} className="entry">
              <dt>
                <span className="art35-letter">{letter})</span> {art35Headings[letter][lang]}
              </dt>
              <dd>
                <CellLines lines={cells[letter]} nothing={t('art35.nothing')} />
              </dd>
            </div>
          ))}
        </dl>
      </details>
      <ul className="plain inline">
        <li>
          <a href={`/servizi/tabella#${type.code}`}>{t('art35.toTable')}</a>
        </li>
        <li>
          <a href={`/api/v1/procedure-types/${type.code}?lang=${lang}`}>{t('art35.typeJson')}</a>
        </li>
      </ul>
    </section>
  );
}
