import type { Metadata } from 'next';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { dayInWords } from '#lib/i18n/dates.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import {
  countUndecided,
  listUndecided,
  mostCounted,
  undecidedKinds,
  type UndecidedLine,
} from '#lib/store/keeping/list-undecided.ts';
import { ArchivePage } from '../archive-page.tsx';
import { loadArchive } from '../load-archive.ts';
import { MoreLink } from '../more-link.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const context = await pageContext();
  return pageMetadata(context, { title: context.t('retention.missing'), path: '/archivio/termini', index: false });
}

/** What is closed and has no day yet: what waits for a day, what for the archivist. */
export default async function Undecided({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[]>>;
}) {
  const { t, lang } = await pageContext();
  const { permission } = await loadArchive();
  const { pool, procedureTypes } = composition();
  const { quali, dopo } = await searchParams;
  const kind = undecidedKinds.find((one) => one === quali) ?? null;
  const kinds = [null, ...undecidedKinds] as const;
  const [{ items, next }, ...totals] = permission.allowed
    ? await Promise.all([
        listUndecided(pool, kind, typeof dopo === 'string' ? dopo : undefined),
        ...kinds.map((one) => countUndecided(pool, one)),
      ])
    : [{ items: [], next: null }];
  const total = (n = 0) => (n === mostCounted ? `${mostCounted - 1}+` : String(n));
  const units = procedureTypes.units();
  const here = kind ? `quali=${kind}` : '';
  return (
    <ArchivePage title={t('retention.missing')} lead={t('retention.missingLead')}>
      <nav aria-label={t('retention.filters')} className="keeping-filters">
        {kinds.map((one, i) => (
          <a
            key={one ?? 'all'}
            href={one ? `?quali=${one}` : '/archivio/termini'}
            aria-current={one === kind ? 'page' : undefined}
          >
            {t(
              one === null
                ? 'retention.filterAll'
                : one === 'fact'
                  ? 'retention.filterFact'
                  : 'retention.filterSelection',
            )}{' '}
            ({total(totals[i])})
          </a>
        ))}
      </nav>
      {items.length === 0 ? <p className="empty">{t('retention.missingNone')}</p> : null}
      <ul className="plain keeping-list">
        {items.map((line) => (
          <li key={line.record}>
            <p>
              <a href={`/archivio/fascicoli/${line.record}#conservazione`} lang="it">
                {line.title}
              </a>
            </p>
            <p className="aside">
              {line.code} · {t('keeping.closedOn', { day: dayInWords(line.closedOn, lang) })}
              {line.unit ? ` · ${units.get(line.unit)?.[lang] ?? line.unit}` : ''}
            </p>
            <p>
              {waitsFor(line, t)}
              {line.reason ? <span lang="it"> ({line.reason})</span> : null}
            </p>
          </li>
        ))}
      </ul>
      <MoreLink href={next ? `?${[here, `dopo=${encodeURIComponent(next)}`].filter(Boolean).join('&')}` : null} />
    </ArchivePage>
  );
}

function waitsFor({ rule }: UndecidedLine, t: Translate): string {
  if (rule?.disposition !== 'discard') return t('retention.waits.selection');
  switch (rule.trigger) {
    case 'decisionExpiry':
    case 'relationEnd':
    case 'mainCaseClosed':
      return t(`retention.waits.${rule.trigger}`);
    default:
      return t('retention.waits.day');
  }
}
