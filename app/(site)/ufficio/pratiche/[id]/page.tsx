import type { Metadata } from 'next';
import { pageMetadata, unfoundMetadata } from '#app/_components/metadata.ts';
import { Missing } from '#app/_components/missing.tsx';
import { pageContext } from '#app/_components/page-context.ts';
import { CasePane } from '../../case-pane.tsx';
import { DoneWord } from '../../done-word.tsx';
import { FascicoloPane } from '../../fascicolo-pane.tsx';
import { loadCase } from '../../load-case.ts';

interface CasePageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: CasePageProps): Promise<Metadata> {
  const context = await pageContext();
  const { id } = await params;
  const found = await loadCase(id);
  if (!found) return unfoundMetadata(context, null);
  return pageMetadata(context, { title: found.view.line.title, path: `/ufficio/pratiche/${id}`, index: false });
}

/** A case and its fascicolo side by side, at an address that can be sent to a colleague. */
export default async function CasePage({ params, searchParams }: CasePageProps) {
  const { t } = await pageContext();
  const { id } = await params;
  const found = await loadCase(id);
  if (!found) return <Missing />;
  const here = `/ufficio/pratiche/${id}`;
  return (
    <div className="desk desk-single">
      <div className="desk-case" id="pratica" tabIndex={-1}>
        <p className="desk-crumb">
          <a href="/ufficio">‹ {t('work.title')}</a>
        </p>
        <DoneWord done={(await searchParams)['fatto']} />
        <CasePane found={found} here={here} level={1} />
      </div>
      <div className="desk-fascicolo">
        <FascicoloPane found={found} here={here} />
      </div>
    </div>
  );
}
