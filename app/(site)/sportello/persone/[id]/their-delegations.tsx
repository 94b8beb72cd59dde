import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import type { DelegationView } from '#lib/store/delegations/delegation-store.ts';
import { scopeWords } from '../../../mia-pagina/deleghe/scope-words.ts';
import { personPath } from '../../served-places.ts';

const inForce = ({ state }: DelegationView): boolean => state.state === 'inForce';

/** For whom somebody acts today, and who acts for them: each has a page of their own, which is opened as any other. */
export async function TheirDelegations({ id }: { id: string }) {
  const { t, lang } = await pageContext();
  const { delegations, procedureTypes, today } = composition();
  const [received, given] = await Promise.all([delegations.list(id, 'received'), delegations.list(id, 'given')]);
  const sides = [
    { key: 'counter.actsFor', of: received.items.filter(inForce), other: (one: DelegationView) => one.principal },
    { key: 'counter.actedForBy', of: given.items.filter(inForce), other: (one: DelegationView) => one.delegate },
  ] as const;
  return sides.map(({ key, of, other }) =>
    of.length === 0 ? null : (
      <section key={key} aria-labelledby={key}>
        <h3 id={key}>{t(key)}</h3>
        <ul className="plain">
          {of.map((one) => {
            const { agent, name } = other(one);
            return (
              <li key={one.code}>
                {agent ? <a href={personPath(agent)}>{name}</a> : name}
                <span className="aside">
                  {' '}
                  {t(`own.power.${one.power}`)} · {scopeWords(one, procedureTypes, today(), { t, lang })}
                </span>
              </li>
            );
          })}
        </ul>
      </section>
    ),
  );
}
