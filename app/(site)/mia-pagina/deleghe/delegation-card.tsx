import { pageContext } from '#app/_components/page-context.ts';
import { actsOf } from '#lib/access/delegations/delegation.ts';
import { composition } from '#lib/composition.ts';
import { dayInWords } from '#lib/i18n/dates.ts';
import type { DelegationView } from '#lib/store/delegations/delegation-store.ts';
import { actOnDelegationOf } from './act-on-delegation.ts';
import { scopeWords } from './scope-words.ts';
import { stateWords } from './state-words.ts';

/** One delegation as one of its sides reads it, with what they can do about it. */
export async function DelegationCard({
  delegation,
  side,
  per,
}: {
  delegation: DelegationView;
  side: 'principal' | 'delegate';
  /** In whose name one is on the page. */
  per: string;
}) {
  const { t, lang } = await pageContext();
  const { procedureTypes, today } = composition();
  const { code, state, power, principal, delegate, from, until, basis, proof, taxCode } = delegation;
  const other = side === 'principal' ? delegate : principal;
  const acts = actsOf(state, side);
  const holds = state.state === 'inForce';
  return (
    <li className={`delegation delegation-${state.state}`}>
      <h3>{other.name}</h3>
      <p className={`delegation-state${holds ? ' is-in-force' : ''}`}>{stateWords(state, { t, lang })}</p>
      <dl>
        <div>
          <dt>{t('own.may')}</dt>
          <dd>{t(`own.power.${power}`)}</dd>
        </div>
        <div>
          <dt>{t('own.for')}</dt>
          <dd>{scopeWords(delegation, procedureTypes, today(), { t, lang })}</dd>
        </div>
        <div>
          <dt>{t('own.days')}</dt>
          <dd>
            {until
              ? t('own.fromTo', { from: dayInWords(from, lang), until: dayInWords(until, lang) })
              : t('own.since', { from: dayInWords(from, lang) })}
          </dd>
        </div>
        {side === 'principal' && taxCode ? (
          <div>
            <dt>{t('own.form.taxCode')}</dt>
            <dd>{taxCode}</dd>
          </div>
        ) : null}
        <div>
          <dt>{t('own.basis')}</dt>
          <dd>
            {t(`own.basis.${basis}`)}
            {proof ? (
              <>
                {' · '}
                <a href={`/mia-pagina/deleghe/${code}/prova?per=${per}`}>{t('own.readDeed')}</a>
              </>
            ) : null}
          </dd>
        </div>
      </dl>
      {acts.length > 0 ? (
        <form action={actOnDelegationOf} className="delegation-acts">
          <input type="hidden" name="code" value={code} />
          <input type="hidden" name="side" value={side} />
          <input type="hidden" name="per" value={per} />
          {acts.map((act) => (
            <button
              key={act}
              type="submit"
              name="act"
              value={act}
              className={`btn btn-sm ${act === 'accept' ? 'btn-primary' : 'btn-outline-primary'}`}
              aria-label={t('own.actOn', { act: t(`own.act.${act}`), name: other.name })}
            >
              {t(`own.act.${act}`)}
            </button>
          ))}
        </form>
      ) : null}
    </li>
  );
}
