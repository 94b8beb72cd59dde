import type { Language } from '#lib/i18n/language.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import type { ProcedureType } from '#lib/procedures/types/procedure-type.ts';
import { groupByTheme, themeWords } from '#lib/procedures/types/theme.ts';

/** The registers of the site as equal doors: what is kept, what can be asked, and where one's own requests stand. */
export function Doors({
  t,
  lang,
  fonds,
  types,
  mine,
}: {
  t: Translate;
  lang: Language;
  fonds: number;
  types: readonly ProcedureType[];
  /** Whether anybody can sign in here. */
  mine: boolean;
}) {
  return (
    <section className="container doors" aria-labelledby="doors">
      <h2 id="doors" className="visually-hidden">
        {t('home.doors')}
      </h2>
      <div className="door">
        <h3>
          <a href="#fonds">{t('home.door.archives')}</a>
        </h3>
        <p>{t('home.door.archivesText')}</p>
        <p className="door-facts">
          <span>{t('count.fonds', { count: fonds })}</span>
          <a href="/search/advanced">{t('advanced.title')}</a>
        </p>
      </div>
      <div className="door">
        <h3>
          <a href="/servizi">{t('home.door.services')}</a>
        </h3>
        <p>{t('home.door.servicesText')}</p>
        <p className="door-facts">
          <span>{t('count.services', { count: types.length })}</span>
          {groupByTheme(types, lang).map(({ theme }) => (
            <a key={theme} href={`/servizi#${theme}`}>
              {themeWords[theme][lang]}
            </a>
          ))}
        </p>
      </div>
      {mine ? (
        <div className="door">
          <h3>
            <a href="/mia-pagina">{t('mine.title')}</a>
          </h3>
          <p>{t('mine.door')}</p>
        </div>
      ) : null}
    </section>
  );
}
