import type { Metadata } from 'next';
import { JsonLd } from '#app/_components/json-ld.tsx';
import { pageMetadata, unfoundMetadata } from '#app/_components/metadata.ts';
import { Missing } from '#app/_components/missing.tsx';
import { pageContext } from '#app/_components/page-context.ts';
import { PrintButton } from '#app/_components/print-button.tsx';
import { composition } from '#lib/composition.ts';
import { themeOf, themeWords } from '#lib/procedures/types/theme.ts';
import { toSchemaOrgService } from '#lib/projections/schema-org-service.ts';
import { isOnline } from '#lib/procedures/types/is-online.ts';
import { Crumbs } from '../crumbs.tsx';
import { Art35Sheet } from './art35-sheet.tsx';
import { Costs } from './costs.tsx';
import { InBrief } from './in-brief.tsx';
import { Needs } from './needs.tsx';
import { Offices } from './offices.tsx';
import { Purpose } from './purpose.tsx';
import { Remedies } from './remedies.tsx';
import { Steps } from './steps.tsx';
import { Times } from './times.tsx';
import { VersionNote } from './version-note.tsx';
import { loadType } from './load-type.ts';

interface ServicePageProps {
  params: Promise<{ code: string }>;
}

export async function generateMetadata({ params }: ServicePageProps): Promise<Metadata> {
  const context = await pageContext();
  const type = loadType((await params).code);
  if (!type) return unfoundMetadata(context, null);
  const title = type.title[context.lang];
  return pageMetadata(context, {
    title,
    path: `/servizi/${type.code}`,
    description: type.summary[context.lang],
    data: `/data/servizi/${type.code}`,
  });
}

/** A service: what it is, who may ask, what is needed, how long, how much, the steps, who is responsible. */
export default async function ServicePage({ params }: ServicePageProps) {
  const { t, lang } = await pageContext();
  const type = loadType((await params).code);
  if (!type) return <Missing />;
  const { procedureTypes, today, baseUrl } = composition();
  const theme = themeOf(type);
  const units = procedureTypes.units();
  return (
    <article className="container record service">
      <Crumbs t={t} theme={{ id: theme, name: themeWords[theme][lang] }} />
      <header className="record-heading">
        <p className="kicker">{t(`family.${type.family}`)}</p>
        <h1>{type.title[lang]}</h1>
        <p className="services-lead">{type.summary[lang]}</p>
        <div className="actions">
          {isOnline(type) ? (
            <a className="btn btn-primary" href={`/servizi/${type.code}/richiesta`}>
              {t('request.start')}
            </a>
          ) : null}
          <PrintButton text={t('record.print')} />
        </div>
      </header>
      <div className="record-columns">
        <InBrief type={type} units={units} t={t} lang={lang} />
        <div className="record-main">
          <Purpose type={type} t={t} lang={lang} />
          <Needs type={type} t={t} lang={lang} />
          <Times type={type} law={procedureTypes.law()} today={today()} t={t} lang={lang} />
          <Costs type={type} t={t} lang={lang} />
        </div>
      </div>
      <Steps type={type} catalogue={procedureTypes.catalogue()} t={t} lang={lang} />
      <div className="record-columns">
        <div className="record-main">
          <Offices type={type} units={units} t={t} lang={lang} />
          <Remedies type={type} units={units} t={t} lang={lang} />
          <VersionNote type={type} t={t} lang={lang} />
          <Art35Sheet type={type} units={units} t={t} lang={lang} />
        </div>
      </div>
      <JsonLd thing={toSchemaOrgService(type, units, lang, baseUrl)} />
    </article>
  );
}
