import type { Metadata } from 'next';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { Side } from './side.tsx';

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
  const { t } = context;
  const query = await searchParams;
  const example = `${composition().baseUrl}/records/…`;
  const sides = [
    { name: 'sinistra', label: t('compare.left') },
    { name: 'destra', label: t('compare.right') },
  ] as const;
  return (
    <div className="container compare">
      <h1>{t('compare.title')}</h1>
      <p className="lead">{t('compare.intro')}</p>
      <form method="get" className="compare-form">
        {sides.map(({ name, label }) => (
          <div key={name} className="field">
            <label htmlFor={name}>{label}</label>
            <input
              id={name}
              name={name}
              type="text"
              defaultValue={textOf(query[name])}
              aria-describedby={`${name}-hint`}
            />
            <p id={`${name}-hint`} className="aside">
              {t('compare.hint', { example })}
            </p>
          </div>
        ))}
        <p>
          <button type="submit" className="btn btn-primary">
            {t('compare.show')}
          </button>
        </p>
      </form>
      <div className="compare-sides">
        {sides.map(({ name, label }) => (
          <Side key={name} context={context} name={name} label={label} asked={query[name]} />
        ))}
      </div>
    </div>
  );
}

const textOf = (asked: string | string[] | undefined): string => (Array.isArray(asked) ? asked[0] : asked) ?? '';
