import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { dayInWords } from '#lib/i18n/dates.ts';
import { findRetention, type RetentionView } from '#lib/store/keeping/list-keeping.ts';

/** Until when a closed fascicolo is kept, among the facts of its case. */
export async function RetentionLine({ record }: { record: string }) {
  const { t } = await pageContext();
  const kept = await findRetention(composition().pool, record);
  return kept ? (
    <div>
      <dt>{t('keeping.kept')}</dt>
      <dd>
        <RetentionFacts kept={kept} />
      </dd>
    </div>
  ) : null;
}

/** Until when, why, and where that is written. */
export async function RetentionFacts({ kept }: { kept: RetentionView }) {
  const { t, lang } = await pageContext();
  const { rule } = kept;
  const words = {
    keep: t('keeping.forEver'),
    destroy: kept.on ? t('keeping.until', { day: dayInWords(kept.on, lang) }) : '',
    none: t('keeping.undecided'),
  }[kept.disposition ?? 'none'];
  const source = rule && rule.disposition !== 'unknown' ? rule.source : null;
  return (
    <>
      {words} · {t(`keeping.phase.${kept.phase}`)}
      <p className="aside">
        {[
          kept.from && rule?.disposition === 'discard'
            ? t('keeping.why', {
                years: String(rule.years),
                trigger: t(`keeping.trigger.${rule.trigger}`),
                day: dayInWords(kept.from, lang),
              })
            : null,
          t(`keeping.how.${kept.how}`),
          rule?.disposition === 'unknown' ? rule.reason[lang] : null,
          kept.reason,
          source && [source.act, source.article].filter(Boolean).join(' '),
          kept.held ? t('keeping.held') : null,
          kept.permit && t('keeping.discarded', { number: kept.permit.number, day: dayInWords(kept.permit.on, lang) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </>
  );
}
