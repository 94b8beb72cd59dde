import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { HeldSheet } from '#app/_components/fascicolo/held-sheet.tsx';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { scanWords } from '#app/_components/scan-words.ts';
import { currentSession } from '#lib/auth/session.ts';
import { composition } from '#lib/composition.ts';
import { actOfRepertorio } from '#lib/http/readable-document.ts';
import { dayInWords } from '#lib/i18n/dates.ts';
import { sizeInWords } from '#lib/i18n/sizes.ts';
import { ArchiveCrumbs } from '../../../../crumbs.tsx';
import { loadArchive } from '../../../../load-archive.ts';
import { Refused } from '../../../../refused.tsx';

interface Props {
  params: Promise<{ code: string; record: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const context = await pageContext();
  const { code, record } = await params;
  const path = `/archivio/repertori/${code}/atti/${record}`;
  return pageMetadata(context, { title: context.t('repertori.act'), path, index: false });
}

/** An act of a repertorio: shown, with its number and what is known of it. */
export default async function ActPage({ params }: Props) {
  const { t, lang } = await pageContext();
  const { permission } = await loadArchive();
  if (!permission.allowed) return <Refused reason={permission.reason.text} />;
  const { code, record } = await params;
  const { procedureTypes, ...parts } = composition();
  const act = await actOfRepertorio(code, record, await currentSession(), parts);
  if (!act) notFound();
  const base = `/archivio/repertori/${code}`;
  return (
    <div className="container archive-desk">
      <ArchiveCrumbs t={t} list={{ href: base, label: code }} />
      <p className="kicker">{t('repertori.numberOf', { number: String(act.number), year: String(act.year) })}</p>
      <h1 lang="it">{act.object}</h1>
      <HeldSheet
        base={`${base}/atti/${record}`}
        document={act}
        facts={[
          [t('fascicoli.publicTitle'), act.title, 'it'],
          [t('repertori.day'), dayInWords(act.on, lang)],
          [t('fascicoli.unit'), procedureTypes.units().get(act.unit)?.[lang] ?? act.unit],
          [
            t('index.file'),
            [act.fileName, act.format.toUpperCase(), sizeInWords(act.bytes, lang)].filter(Boolean).join(', '),
          ],
          [t('document.hash'), act.sha256],
          [t('document.scan'), scanWords(act.scan, t, lang)],
        ]}
        destroyed={act.destroyedOn ? t('document.destroyed', { day: dayInWords(act.destroyedOn, lang) }) : ''}
        t={t}
        lang={lang}
      >
        {act.fascicolo ? (
          <p>
            {t('repertori.fascicolo')}: <a href={`/archivio/fascicoli/${act.fascicolo.id}`}>{act.fascicolo.code}</a>
          </p>
        ) : null}
      </HeldSheet>
    </div>
  );
}
