import type { Fee } from '#lib/procedures/types/fees.ts';
import { amountWords } from '#lib/procedures/types/type-words.ts';
import type { SectionProps } from './section-props.ts';
import { SourceNote } from './source-note.tsx';

/** What is paid, why, when, and whether it comes back. */
export function Costs({ type, t, lang }: SectionProps) {
  const fees = 'fees' in type ? type.fees : [];
  return (
    <section className="area" aria-labelledby="costs">
      <h2 id="costs">{t('procedure.costs')}</h2>
      {fees.length === 0 ? <p>{t('procedure.free')}</p> : null}
      {fees.length > 0 ? (
        <dl>
          {fees.map((fee) => (
            <div key={fee.code} className="entry">
              <dt>{fee.label[lang]}</dt>
              <dd>
                <Amount fee={fee} t={t} lang={lang} />
                <p>
                  {fee.reason[lang]}; {t(`feeDue.${fee.due}`)}. {refund(fee, t, lang)}
                </p>
                <p>
                  <SourceNote source={fee.source} t={t} lang={lang} />
                </p>
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
    </section>
  );
}

function Amount({ fee: { amount, label }, t, lang }: { fee: Fee } & Omit<SectionProps, 'type'>) {
  if (amount.kind !== 'table')
    return (
      <p>
        <strong>{amountWords(amount, lang)}</strong>{' '}
        {amount.kind === 'unknown' ? <span className="mark-unverified">{t('procedure.unverified')}</span> : null}
      </p>
    );
  return (
    <table className="amounts">
      <caption className="visually-hidden">{label[lang]}</caption>
      <tbody>
        {amount.rows.map((row) => (
          <tr key={row.when.it}>
            <th scope="row">{row.when[lang]}</th>
            <td>{amountWords({ kind: 'fixed', euro: row.euro }, lang)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function refund({ refund: given }: Fee, t: SectionProps['t'], lang: SectionProps['lang']): string {
  if (given.kind === 'full' || given.kind === 'partial') return t(`refund.${given.kind}`, { when: given.when[lang] });
  return t(`refund.${given.kind}`);
}
