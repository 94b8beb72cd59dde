import { pageContext } from '#app/_components/page-context.ts';
import { cursorNames } from '#lib/http/my-pages.ts';
import { mySections, type MyCases, type MySection as Section } from '#lib/store/procedures/my-cases.ts';
import type { CasePlaces } from './case-places.ts';
import { MySection } from './my-section.tsx';

/** Somebody's cases in their three sections, each leading on to the rest of it. */
export async function MySections({
  cases: { counts, pages },
  needsThem,
  noneRunning,
  pathOf,
  placesOf,
}: {
  cases: MyCases;
  /** The heading of what waits for them: other words to themselves than at the counter. */
  needsThem: string;
  /** What is said where nothing runs; null leaves the section out. */
  noneRunning: string | null;
  /** The address that goes on after a cursor. */
  pathOf: (cursor: Record<string, string>) => string;
  placesOf?: (id: string, type: string) => CasePlaces;
}) {
  const { t } = await pageContext();
  const titles: Record<Section, string> = {
    needsMe: needsThem,
    running: t('mine.running'),
    concluded: t('mine.concluded'),
  };
  const ids: Record<Section, string> = { needsMe: 'serve', running: 'in-corso', concluded: 'concluse' };
  return mySections.map((section) => {
    const page = pages[section];
    return (
      <MySection
        key={section}
        id={ids[section]}
        title={titles[section]}
        total={counts[section]}
        page={page}
        more={page.next && pathOf({ [cursorNames[section]]: page.next })}
        empty={section === 'running' ? noneRunning : null}
        {...(placesOf ? { placesOf } : {})}
      />
    );
  });
}
