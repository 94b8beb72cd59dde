import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { askedOf, plainCompareHref, sideHref, sideNames, type SideName } from '#lib/http/compared-units.ts';
import { findSide } from './find-side.ts';
import { Side } from './side.tsx';
import { Together } from './together.tsx';

interface ComparePageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const context = await pageContext();
  return pageMetadata(context, { title: context.t('compare.title'), path: '/confronta', index: false });
}

/** Two units side by side, each with its pages. */
export default async function ComparePage({ searchParams }: ComparePageProps) {
  const context = await pageContext();
  const { t, address } = context;
  const query = await searchParams;
  const plain = plainCompareHref(query);
  if (plain !== null) redirect(plain);
  const labels: Record<SideName, string> = { sinistra: t('compare.left'), destra: t('compare.right') };
  const sides = await Promise.all(sideNames.map((name) => findSide(context, name, query)));
  const [left, right] = sides;
  // A code that one unit bears is that unit: from here on it has an address.
  for (const [at, side] of sides.entries())
    if (side.kind === 'choose' && side.exact !== null)
      redirect(sideHref(address, sideNames[at] ?? 'sinistra', side.exact));
  return (
    <div className="container compare">
      <h1>{t('compare.title')}</h1>
      <p className="lead">{t('compare.intro')}</p>
      <form method="get" className="compare-form" role="search" aria-label={t('compare.title')}>
        {sideNames.map((name, at) => {
          const side = sides[at];
          const shown = side?.kind === 'shown' ? side : null;
          return (
            <div key={name} className="field">
              <label htmlFor={name}>{labels[name]}</label>
              {/* What stands there stays, unless something is typed. */}
              {shown ? <input type="hidden" name={name} value={`${shown.record.id}:${shown.viewer.page.n}`} /> : null}
              <input
                id={name}
                name={name}
                type="text"
                defaultValue={shown ? '' : askedOf(query[name])}
                aria-describedby={`${name}-hint`}
              />
              <p id={`${name}-hint`} className="aside">
                {shown ? t('compare.stays', { title: shown.record.title }) : t('compare.hint')}
              </p>
            </div>
          );
        })}
        <p>
          <button type="submit" className="btn btn-primary">
            {t('compare.show')}
          </button>
        </p>
      </form>
      {left?.kind === 'shown' && right?.kind === 'shown' ? <Together label={t('compare.together')} /> : null}
      <div className="compare-sides">
        {sideNames.map((name, at) => {
          const side = sides[at];
          return side ? (
            <section key={name} className="compare-side" aria-label={labels[name]}>
              <Side context={context} name={name} label={labels[name]} side={side} />
            </section>
          ) : null;
        })}
      </div>
    </div>
  );
}
