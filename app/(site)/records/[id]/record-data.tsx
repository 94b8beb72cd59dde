import type { Translate } from '#lib/i18n/translate.ts';

/** The same as data, each form with a word on what it is for. */
export function RecordData({ t, id, manifest }: { t: Translate; id: string; manifest: string | null }) {
  const forms = [
    ...(manifest ? [{ href: manifest, name: 'IIIF', use: t('data.iiif') }] : []),
    { href: `/data/${id}.ead.xml`, name: 'EAD3', use: t('data.ead3') },
    { href: `/data/${id}.jsonld`, name: 'JSON-LD', use: t('data.jsonld') },
    { href: `/data/${id}.ttl`, name: 'Turtle', use: t('data.turtle') },
  ];
  return (
    <section className="where inventory" aria-labelledby="data">
      <h2 id="data">{t('data.title')}</h2>
      <ul className="plain">
        {forms.map(({ href, name, use }) => (
          <li key={href}>
            <a href={href} rel="nofollow">
              {name}
            </a>{' '}
            <span className="aside">{use}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
