import { composition } from '#lib/composition.ts';
import { datesInWords, languageTag } from '#lib/i18n/dates.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import type { FondsTile } from '#lib/store/reading/reading-store.ts';
import { imageWithin } from '#lib/records/iiif-addresses.ts';
import { Shelf } from './shelf.tsx';

/** Fonds as a wall: each with a page of its own or, where nothing is digitised, its drawing; name, dates and extent. */
export async function FondsWall({
  fonds,
  t,
  showInstitution,
}: {
  fonds: readonly FondsTile[];
  t: Translate;
  showInstitution: boolean;
}) {
  const pictures = await composition().store.findFondsPictures(fonds.map(({ id }) => id));
  return (
    <ul className="wall">
      {fonds.map((one) => (
        <li key={one.id} className="wall-tile">
          <Face fonds={one} picture={pictures.get(one.id)} />
          <p className="wall-dates">{datesInWords(one.dates, t) ?? t('dates.undated')}</p>
          <h3 lang={languageTag(one.titleLang)}>
            <a href={`/records/${one.id}`}>{one.title}</a>
          </h3>
          <p className="wall-facts">
            {[
              one.extents[0],
              one.unitCount > 1 ? t('count.units', { count: one.unitCount }) : null,
              showInstitution ? one.institution.name : null,
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** What is seen first of a fonds. Decoration: the title beneath leads to the same place. */
const Face = ({ fonds, picture }: { fonds: FondsTile; picture: string | undefined }) =>
  picture === undefined ? (
    <Shelf fonds={fonds} />
  ) : (
    <img className="wall-picture" src={imageWithin('', picture, 600)} alt="" loading="lazy" width={600} height={210} />
  );
