import type { Metadata } from 'next';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { ScannerNote } from '#app/_components/scanner-note.tsx';
import { composition } from '#lib/composition.ts';
import { voicesOf } from '#lib/fascicoli/titolario.ts';
import { countByRank } from '#lib/store/europeana/count-units.ts';
import { countForArchivist } from '#lib/store/keeping/list-keeping.ts';
import { countUndecided, mostCounted } from '#lib/store/keeping/list-undecided.ts';
import { countPermits } from '#lib/store/reading-permits/all-permits.ts';
import { countDeliveries } from '#lib/store/preservation/list-deliveries.ts';
import { loadArchive } from './load-archive.ts';
import { Refused } from './refused.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const context = await pageContext();
  return pageMetadata(context, { title: context.t('archive.title'), path: '/archivio', index: false });
}

/** The archivist's desk: a door for each thing that is kept here. */
export default async function ArchivePage() {
  const { t } = await pageContext();
  const { permission } = await loadArchive();
  if (!permission.allowed) return <Refused reason={permission.reason.text} />;
  const { fascicoli, titolari, today, scanner, pool } = composition();
  const [open, repertori, undecided, waiting, deliveries, permits, ranks] = await Promise.all([
    fascicoli.count({ state: 'open' }),
    fascicoli.listRepertori(),
    countUndecided(pool),
    countForArchivist(pool),
    countDeliveries(pool),
    countPermits(pool, { state: 'running' }, today()),
    countByRank(pool, undefined),
  ]);
  const withoutRights = ranks.find(({ rank }) => rank === 0)?.units ?? 0;
  const classes = voicesOf(titolari.on(today())).filter(({ class: number }) => number > 0).length;
  const order = [
    {
      href: '/archivio/fascicoli',
      title: t('fascicoli.title'),
      text: t('fascicoli.door'),
      facts: [t('fascicoli.openTotal', { count: open })],
    },
    {
      href: '/archivio/titolario',
      title: t('titolario.title'),
      text: t('titolario.door'),
      facts: [t('titolario.classes', { count: classes })],
    },
    {
      href: '/archivio/repertori',
      title: t('repertori.title'),
      text: t('repertori.door'),
      facts: repertori.slice(0, 4).map(({ recordTitle }) => recordTitle),
    },
  ];
  const keep = [
    {
      href: '/archivio/termini',
      title: t('retention.missing'),
      text: t('retention.missingLead'),
      facts: [
        undecided === mostCounted
          ? t('retention.many', { count: mostCounted - 1 })
          : t('retention.wait', { count: undecided }),
      ],
    },
    {
      href: '/archivio/deposito',
      title: t('keeping.deposit'),
      text: t('keeping.depositLead'),
      facts: [
        ...(waiting.lists > 0 ? [t('keeping.listsWaiting', { count: waiting.lists })] : []),
        ...(waiting.withOffices > 0 ? [t('keeping.withOffices', { count: waiting.withOffices })] : []),
      ],
    },
    {
      href: '/archivio/scarto',
      title: t('keeping.disposal'),
      text: t('keeping.disposalLead'),
      facts: waiting.disposals > 0 ? [t('keeping.scartoOpen', { count: waiting.disposals })] : [],
    },
    {
      href: '/archivio/storica',
      title: t('keeping.historical'),
      text: t('keeping.historicalLead'),
      facts: waiting.affairs > 0 ? [t('keeping.affairsWaiting', { count: waiting.affairs })] : [],
    },
    {
      href: '/archivio/blocchi',
      title: t('keeping.holds'),
      text: t('keeping.holdsLead'),
      facts: waiting.holds > 0 ? [t('keeping.holdsCount', { count: waiting.holds })] : [],
    },
  ];
  const preserve = [
    {
      href: '/archivio/conservazione',
      title: t('preservation.title'),
      text: t('preservation.lead'),
      facts: deliveries.refused > 0 ? [t('preservation.refusals', { count: deliveries.refused })] : [],
    },
    {
      href: '/archivio/consultabilita',
      title: t('keepingBack.title'),
      text: t('keepingBack.door'),
      facts: [],
    },
    {
      href: '/archivio/permessi',
      title: t('permits.title'),
      text: t('permits.door'),
      facts: permits > 0 ? [t('permits.running', { count: permits })] : [],
    },
  ];
  const share = [
    {
      href: '/archivio/europeana',
      title: t('europeana.title'),
      text: t('europeana.door'),
      facts: withoutRights > 0 ? [t('europeana.without', { count: withoutRights })] : [],
    },
    {
      href: '/archivio/europeana/diritti',
      title: t('rights.title'),
      text: t('rights.door'),
      facts: [],
    },
  ];
  return (
    <div className="container archive-desk">
      <h1>{t('archive.title')}</h1>
      <p className="services-lead">{t('archive.lead')}</p>
      <DoorGroup id="ordinare" title={t('archive.order')} doors={order} />
      <DoorGroup id="scegliere" title={t('archive.keep')} doors={keep} />
      <DoorGroup id="conservare" title={t('archive.preserve')} doors={preserve} />
      <DoorGroup id="diffondere" title={t('archive.share')} doors={share} />
      <ScannerNote t={t} connected={scanner !== null} />
    </div>
  );
}

interface Door {
  href: string;
  title: string;
  text: string;
  /** What waits behind it. */
  facts: readonly string[];
}

function DoorGroup({ id, title, doors }: { id: string; title: string; doors: readonly Door[] }) {
  return (
    <section aria-labelledby={id} className="archive-group">
      <h2 id={id}>{title}</h2>
      <div className="archive-doors">
        {doors.map(({ href, title: name, text, facts }) => (
          <div key={href} className="door">
            <h3>
              <a href={href}>{name}</a>
            </h3>
            <p>{text}</p>
            {facts.length > 0 ? (
              <p className="door-facts">
                {facts.map((fact) => (
                  <span key={fact}>{fact}</span>
                ))}
              </p>
            ) : null}
          </div>
        ))}
      </div>
    </section>
  );
}
