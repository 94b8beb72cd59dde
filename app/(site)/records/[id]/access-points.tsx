import { searchHref } from '#lib/http/search-parameters.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import type { AccessPoint } from '#lib/records/description.ts';

/** Access points by kind; each leads to what else bears it. */
export function AccessPoints({ t, points }: { t: Translate; points: readonly AccessPoint[] }) {
  const kinds = [...new Set(points.map((point) => point.kind))];
  return (
    <dl className="points">
      {kinds.map((kind) => (
        <div key={kind}>
          <dt>{t(`point.${kind}`)}</dt>
          <dd>
            <ul className="plain inline" lang="it">
              {points
                .filter((point) => point.kind === kind)
                .map((point, index) => (
                  <li key={`${point.label}${index}`}>
                    <a href={hrefOf(point)} rel="nofollow">
                      {point.label}
                    </a>
                    {point.role ? <span className="aside"> ({point.role})</span> : null}
                  </li>
                ))}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Subjects and places are facets; any other name is a question. */
function hrefOf({ kind, label }: AccessPoint): string {
  if (kind === 'subject' || kind === 'place')
    return searchHref(null, { [kind]: [label.replace(/\s+/g, ' ').trim().slice(0, 300)] });
  return searchHref(null, { q: `"${label.replaceAll('"', '')}"` });
}
