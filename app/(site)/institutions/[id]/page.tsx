import type { Metadata } from 'next';
import { cache } from 'react';
import { FondsWall } from '#app/_components/fonds-wall.tsx';
import { JsonLd } from '#app/_components/json-ld.tsx';
import { pageMetadata, unfoundMetadata } from '#app/_components/metadata.ts';
import { Missing } from '#app/_components/missing.tsx';
import { OutwardLink } from '#app/_components/outward-link.tsx';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { messageKey } from '#lib/i18n/translate.ts';
import { toSchemaOrgInstitution } from '#lib/projections/schema-org.ts';

interface InstitutionPageProps {
  params: Promise<{ id: string }>;
}

const loadInstitution = cache(async (id: string) => {
  const found = await composition().store.findInstitution(id);
  return found?.state === 'found' ? found.value : null;
});

export async function generateMetadata({ params }: InstitutionPageProps): Promise<Metadata> {
  const context = await pageContext();
  const institution = await loadInstitution((await params).id);
  if (!institution) return unfoundMetadata(context, null);
  const description = institution.description.history[0];
  return pageMetadata(context, {
    title: institution.name,
    path: `/institutions/${institution.id}`,
    description,
    data: `/data/${institution.id}`,
  });
}

/** An institution: where it is, how to read there, what it keeps. */
export default async function InstitutionPage({ params }: InstitutionPageProps) {
  const { t } = await pageContext();
  const institution = await loadInstitution((await params).id);
  if (!institution) return <Missing />;
  const { description } = institution;
  const serviceLabel = (name: string) => {
    const key = messageKey('service', name);
    return key ? t(key) : t('service.other');
  };
  const rows: { label: string; values: readonly string[] }[] = [
    { label: t('institution.otherNames'), values: institution.otherNames },
    {
      label: t('institution.address'),
      values: [description.address, description.country].filter((text): text is string => Boolean(text)),
    },
    { label: t('institution.telephone'), values: description.telephone },
    { label: t('institution.email'), values: description.email },
    { label: t('institution.website'), values: description.website },
    { label: t('institution.openingHours'), values: [...description.openingHours, ...description.closing] },
    { label: t('institution.accessConditions'), values: description.accessConditions },
    ...description.services.map(({ label, text }) => ({ label: serviceLabel(label), values: [text] })),
    { label: t('institution.history'), values: description.history },
    { label: t('institution.holdings'), values: description.holdings },
    { label: t('institution.code'), values: [institution.code] },
  ];
  return (
    <article className="container record">
      <header className="record-heading">
        <p className="kicker">{[t('institution.kicker'), description.place].filter(Boolean).join(' · ')}</p>
        <h1 lang="it">{institution.name}</h1>
      </header>
      <section className="area narrow" aria-labelledby="about">
        <h2 id="about">{t('institution.about')}</h2>
        <dl>
          {rows
            .filter(({ values }) => values.length > 0)
            .map(({ label, values }, index) => (
              <div key={`${label}${index}`} className="entry">
                <dt>{label}</dt>
                <dd>
                  {values.map((value) => (
                    <p key={value} lang="it" className="archival-text">
                      <OutwardLink value={value} />
                    </p>
                  ))}
                </dd>
              </div>
            ))}
        </dl>
      </section>
      <section className="keeps" aria-labelledby="keeps">
        <header className="band-heading">
          <h2 id="keeps">{t('institution.fonds')}</h2>
          <p>
            {t('count.fonds', { count: institution.fondsCount })}, {t('home.order')}
          </p>
        </header>
        {institution.fonds.length > 0 ? (
          <FondsWall fonds={institution.fonds} t={t} showInstitution={false} />
        ) : (
          <p className="empty">{t('institution.noFonds')}</p>
        )}
      </section>
      <JsonLd thing={toSchemaOrgInstitution(institution, composition().baseUrl)} />
    </article>
  );
}
