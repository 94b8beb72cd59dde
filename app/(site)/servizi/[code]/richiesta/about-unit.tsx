import { pageContext } from '#app/_components/page-context.ts';
import type { UnitAsked } from './known-beforehand.ts';

/** The units that a request is about, by code and title. */
export async function AboutUnit({ units }: { units: readonly UnitAsked[] }) {
  const { t } = await pageContext();
  if (units.length === 0) return null;
  return (
    <ul className="callout-plain plain about-units">
      {units.map(({ id, title, referenceCode }) => (
        <li key={id}>
          {t('request.about')}{' '}
          <a href={`/records/${id}`} lang="it">
            {referenceCode ? `${referenceCode} · ` : ''}
            {title}
          </a>
        </li>
      ))}
    </ul>
  );
}
