import type { Metadata } from 'next';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { rulesOf, rulesOfAll } from '#lib/fascicoli/conservation-plan.ts';
import { voiceCode } from '#lib/fascicoli/titolario.ts';
import { dayInWords } from '#lib/i18n/dates.ts';
import { ArchiveCrumbs } from '../crumbs.tsx';
import { loadArchive } from '../load-archive.ts';
import { Refused } from '../refused.tsx';
import { RetentionLines } from './retention-lines.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const context = await pageContext();
  return pageMetadata(context, { title: context.t('titolario.title'), path: '/archivio/titolario', index: false });
}

/** The titolario in force: titles, their classes, how many fascicoli lie in each and what becomes of them. */
export default async function TitolarioPage() {
  const { t, lang } = await pageContext();
  const { permission } = await loadArchive();
  if (!permission.allowed) return <Refused reason={permission.reason.text} />;
  const { fascicoli, titolari, today } = composition();
  const titolario = titolari.on(today());
  const plan = titolari.planOf(titolario.version);
  const counts = await fascicoli.countByVoice(titolario.version);
  const filesIn = (code: string) => {
    const count = counts.get(code) ?? 0;
    const words = t('titolario.files', { count });
    return count > 0 ? (
      <a href={`/archivio/fascicoli?classe=${encodeURIComponent(code)}`} aria-label={`${words}, ${code}`}>
        {words}
      </a>
    ) : (
      <span className="aside">{words}</span>
    );
  };
  return (
    <div className="container archive-desk">
      <ArchiveCrumbs t={t} />
      <h1>{t('titolario.title')}</h1>
      <p className="services-lead">{titolario.name[lang]}</p>
      <p>
        {t('titolario.version', { version: titolario.version, from: dayInWords(titolario.validFrom, lang) })}
        {titolario.validFromUnverified ? (
          <>
            {' '}
            <span className="mark-unverified">{t('procedure.unverified')}</span>{' '}
            <span className="aside">{titolario.validFromUnverified[lang]}</span>
          </>
        ) : null}
      </p>
      <p className="aside">{t('titolario.plan')}</p>
      {titolario.titles.map(({ number, name, classes }) => (
        <section key={number} id={number} aria-labelledby={`titolo-${number}`} className="titolario-title">
          <h2 id={`titolo-${number}`}>
            <span className="titolario-number">{number}</span> {name[lang]}
          </h2>
          {classes.length === 0 ? (
            <p>
              {t('titolario.noClasses')} {filesIn(number)}
            </p>
          ) : (
            <dl className="titolario-classes">
              {classes.map((one) => {
                const voice = { title: number, class: one.number };
                const rules = plan ? rulesOf(plan, voice) : [];
                return (
                  <div key={one.number}>
                    <dt>
                      <span className="titolario-number">{voiceCode(voice)}</span> <span lang="it">{one.name}</span>
                    </dt>
                    <dd>{filesIn(voiceCode(voice))}</dd>
                    {rules.length > 0 ? (
                      <dd className="titolario-rules">
                        <RetentionLines rules={rules} t={t} lang={lang} />
                      </dd>
                    ) : null}
                  </div>
                );
              })}
            </dl>
          )}
        </section>
      ))}
      {plan ? (
        <section aria-labelledby="ovunque" className="titolario-title">
          <h2 id="ovunque">{t('titolario.everywhere')}</h2>
          <RetentionLines rules={rulesOfAll(plan)} t={t} lang={lang} />
        </section>
      ) : null}
    </div>
  );
}
