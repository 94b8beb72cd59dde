import type { Translate } from '#lib/i18n/translate.ts';
import type { DigitalObjectView } from '#lib/store/reading/reading-store.ts';

/** Reproductions, as links to where they are. */
export function DigitalObjects({ t, objects }: { t: Translate; objects: readonly DigitalObjectView[] }) {
  const links = objects.filter((object) => /^https?:\/\//i.test(object.href));
  if (links.length === 0) return null;
  return (
    <section className="area" aria-labelledby="digital">
      <h2 id="digital">{t('record.digital')}</h2>
      <p className="list-facts">{t('count.reproductions', { count: links.length })}</p>
      <ul className="plain digital">
        {links.map((object, index) => (
          <li key={object.id}>
            <a href={object.href} rel="external" lang={object.label ? 'it' : undefined}>
              {object.label ?? t('record.digitalNumber', { n: index + 1 })}
            </a>{' '}
            <span className="aside">{[object.mediaType, hostOf(object.href)].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const hostOf = (href: string): string => (URL.canParse(href) ? new URL(href).host : '');
