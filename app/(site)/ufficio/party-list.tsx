import { pageContext } from '#app/_components/page-context.ts';
import { looksAs } from '#lib/access/looks.ts';
import { composition } from '#lib/composition.ts';
import { partyKey } from '#lib/projections/party-key.ts';
import type { DeskCase } from './load-case.ts';

/** Who takes part. Tax codes and contacts are read, and that they were read is noted, only for who works at the case. */
export async function PartyList({ found, open }: { found: DeskCase; open: boolean }) {
  const { t } = await pageContext();
  const { view, desk } = found;
  const identities = open
    ? await composition().procedures.findIdentities(
        view.procedure.id,
        desk.reach,
        { kind: 'officer', id: desk.session.member },
        looksAs(desk.session, found.facts, desk.organisation),
      )
    : [];
  if (view.parties.length === 0) return <p className="aside">{t('case.noParties')}</p>;
  return (
    <ul className="case-parties">
      {view.parties.map(({ agent, role, name, actsFor }) => {
        const known = identities.find((one) => one.agent === agent);
        const represented = view.parties.find((one) => one.agent === actsFor);
        const { email, pec, phone, address } = known?.contacts ?? {};
        return (
          <li key={`${agent}${role}`}>
            <strong>{name}</strong> <span className="aside">{t(partyKey(role, view.procedure.filing.channel))}</span>
            {represented ? <span className="aside"> {t('case.actsFor', { name: represented.name })}</span> : null}
            {known?.taxCode ? <span className="case-identity">{known.taxCode}</span> : null}
            {email ? (
              <span className="case-identity">
                <a href={`mailto:${email}`}>{email}</a>
              </span>
            ) : null}
            {pec ? (
              <span className="case-identity">
                PEC <a href={`mailto:${pec}`}>{pec}</a>
              </span>
            ) : null}
            {phone ? <span className="case-identity">{phone}</span> : null}
            {address ? <span className="case-identity">{address}</span> : null}
          </li>
        );
      })}
    </ul>
  );
}
