import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { restsOnAccess } from '#lib/procedures/requests/access-application.ts';
import type { ProcedureType } from '#lib/procedures/types/procedure-type.ts';
import { accessOfYear } from './access-given.ts';
import { receiptPath } from './draft-path.ts';

/** How one comes to the archive: admitted once a year for a topic, then asking for units as often as one likes. */
export async function TwoSteps({ agent, type }: { agent: string; type: ProcedureType }) {
  const { t } = await pageContext();
  if (!restsOnAccess(type)) return null;
  const year = composition().today().slice(0, 4);
  const given = await accessOfYear(agent, type);
  return (
    <section className="callout-plain" aria-labelledby="due-passi">
      <h2 id="due-passi">{t('access.title')}</h2>
      <ol>
        <li>
          {t('access.first')}{' '}
          {given.length === 0 ? (
            <strong>{t('access.notYet', { year })}</strong>
          ) : (
            given.slice(0, 3).map(({ procedure, protocol, topic }) => (
              <span key={procedure}>
                {t('access.given', { year, topic })}{' '}
                <a href={receiptPath(type.code, procedure)}>
                  {t('access.number', {
                    number: String(protocol.number).padStart(7, '0'),
                    year: String(protocol.year),
                  })}
                </a>
                .{' '}
              </span>
            ))
          )}
        </li>
        <li>{t('access.second')}</li>
      </ol>
    </section>
  );
}
