import { europeanaAddress, type EuropeanaQuery } from '#lib/http/europeana-parameters.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { contentTiers, tiersOf } from '#lib/records/edm/europeana-rank.ts';
import { metadataTiers } from '#lib/records/edm/metadata-tier.ts';
import type { RankCount } from '#lib/store/europeana/count-units.ts';

interface TierRow {
  name: string;
  units: number;
  query: EuropeanaQuery;
  chosen: boolean;
}

/** How many units reach which tier: two tables whose rows are drawn as bars and lead to the units. */
export function TierTables({
  counts,
  query,
  t,
}: {
  counts: readonly RankCount[];
  query: EuropeanaQuery;
  t: Translate;
}) {
  const unitsOf = (fits: (tiers: NonNullable<ReturnType<typeof tiersOf>>) => boolean) =>
    counts.reduce((sum, { rank, units }) => {
      const tiers = tiersOf(rank);
      return tiers !== null && fits(tiers) ? sum + units : sum;
    }, 0);
  const { fonds } = query;
  const content: TierRow[] = contentTiers.toReversed().map((tier) => ({
    name: t(`europeana.content.${tier}`),
    units: unitsOf((tiers) => tiers.content === tier),
    query: { fonds, content: tier },
    chosen: query.content === tier,
  }));
  const none: TierRow = {
    name: t('europeana.content.none'),
    units: counts.find(({ rank }) => rank === 0)?.units ?? 0,
    query: { fonds, content: 'none' },
    chosen: query.content === 'none',
  };
  const metadata: TierRow[] = metadataTiers.toReversed().map((tier) => ({
    name: t(`europeana.metadata.${tier}`),
    units: unitsOf((tiers) => tiers.metadata === tier),
    query: { fonds, metadata: tier },
    chosen: query.metadata === tier,
  }));
  return (
    <section aria-labelledby="livelli">
      <h2 id="livelli">{t('europeana.picture')}</h2>
      <div className="europeana-tiers">
        <TierTable caption={t('europeana.content')} note={t('europeana.contentNote')} rows={[...content, none]} t={t} />
        <TierTable caption={t('europeana.metadata')} note={t('europeana.metadataNote')} rows={metadata} t={t} />
      </div>
    </section>
  );
}

function TierTable({
  caption,
  note,
  rows,
  t,
}: {
  caption: string;
  note: string;
  rows: readonly TierRow[];
  t: Translate;
}) {
  const most = Math.max(1, ...rows.map(({ units }) => units));
  return (
    <div>
      <table className="tier-table">
        <caption>{caption}</caption>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{t('europeana.tier')}</th>
            <th scope="col">{t('europeana.units')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, units, query, chosen }) => (
            <tr key={name}>
              <th scope="row">
                {units > 0 ? (
                  <a href={`${europeanaAddress(query)}#unita`} aria-current={chosen ? 'true' : undefined}>
                    {name}
                  </a>
                ) : (
                  name
                )}
              </th>
              <td>
                <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                  <rect className="tier-space" width="100" height="8" />
                  <rect className="tier-bar" width={(units / most) * 100} height="8" />
                </svg>
                <span>{t('europeana.figure', { count: units })}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="aside">{note}</p>
    </div>
  );
}
