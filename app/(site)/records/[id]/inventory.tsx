import type { Translate } from '#lib/i18n/translate.ts';

/** The finding aid to take away: a book to print, a table, EAD3. */
export function Inventory({ t, id }: { t: Translate; id: string }) {
  return (
    <section className="where inventory" aria-labelledby="inventory">
      <h2 id="inventory">{t('inventory.title')}</h2>
      <ul className="plain">
        <li>
          <a href={`/records/${id}/stampa`} rel="nofollow">
            {t('inventory.print')}
          </a>
        </li>
        <li>
          <a href={`/records/${id}/inventario.csv`} rel="nofollow" download>
            {t('inventory.csv')}
          </a>
        </li>
        <li>
          <a href={`/data/${id}.ead.xml`} rel="nofollow">
            {t('inventory.ead3')}
          </a>
        </li>
      </ul>
    </section>
  );
}
