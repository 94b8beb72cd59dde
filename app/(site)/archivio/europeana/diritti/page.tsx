import type { Metadata } from 'next';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { isIdentifier } from '#lib/records/identifier.ts';
import { listDigitisedFonds } from '#lib/store/europeana/count-units.ts';
import { findFondsRights, listFondsRights, listInstitutionRights } from '#lib/store/rights/list-rights.ts';
import { ArchivePage } from '../../archive-page.tsx';
import { loadArchive } from '../../load-archive.ts';
import { FondsChoice } from './fonds-choice.tsx';
import { RightsForm } from './rights-form.tsx';
import { RightsLineItem } from './rights-line-item.tsx';
import { rightsFormView } from './rights-form-view.ts';
import { setRights } from './set-rights.ts';

const pageSize = 20;

export async function generateMetadata(): Promise<Metadata> {
  const context = await pageContext();
  return pageMetadata(context, { title: context.t('rights.title'), path: '/archivio/europeana/diritti', index: false });
}

const idIn = (text: string | string[] | undefined): string =>
  typeof text === 'string' && isIdentifier(text) ? text : '';

/** What holds of reproductions and descriptions: for each institution, and for the fonds for which something else does. */
export default async function RightsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[]>>;
}) {
  const { t, lang } = await pageContext();
  const { permission } = await loadArchive();
  const list = { href: '/archivio/europeana', label: t('europeana.title') };
  if (!permission.allowed)
    return (
      <ArchivePage title={t('rights.title')} lead={t('rights.lead')} list={list}>
        {null}
      </ArchivePage>
    );
  const { pool } = composition();
  const { istituto, fondo, dopo } = await searchParams;
  const [institutions, found, fonds, digitised] = await Promise.all([
    listInstitutionRights(pool),
    listFondsRights(pool, idIn(dopo), pageSize + 1),
    findFondsRights(pool, idIn(fondo)),
    listDigitisedFonds(pool),
  ]);
  const institution = institutions.find(({ id }) => id === istituto);
  const lines = found.slice(0, pageSize);
  const chosen = fonds ? ({ kind: 'fonds', line: fonds } as const) : null;
  const asked = chosen ?? (institution ? ({ kind: 'institution', line: institution } as const) : null);
  return (
    <ArchivePage title={t('rights.title')} lead={t('rights.lead')} list={list}>
      {asked ? (
        <RightsForm
          key={asked.line.id}
          answer={setRights}
          view={rightsFormView(asked.kind, asked.line, t, lang)}
          words={{
            title: t('rights.form', { name: asked.line.name }),
            rights: t('rights.formRights'),
            rightsHelp: t('rights.unfitHelp'),
            licence: t('rights.formLicence'),
            licenceHelp: t('rights.licenceHelp'),
            side: t('rights.side'),
            sideHelp: t('rights.sideHelp'),
            send: t('rights.send'),
            working: t('rights.working'),
          }}
        />
      ) : null}
      <section aria-labelledby="istituti">
        <h2 id="istituti">{t('rights.institutions')}</h2>
        <ul className="rights-lines">
          {institutions.map((line) => (
            <RightsLineItem key={line.id} kind="institution" line={line} t={t} lang={lang} />
          ))}
        </ul>
      </section>
      <section aria-labelledby="fondi">
        <h2 id="fondi">{t('rights.ofFonds')}</h2>
        {lines.length === 0 ? <p className="empty">{t('rights.noFonds')}</p> : null}
        <ul className="rights-lines">
          {lines.map((line) => (
            <RightsLineItem key={line.id} kind="fonds" line={line} t={t} lang={lang} />
          ))}
        </ul>
        {found.length > pageSize ? (
          <nav className="archive-pages" aria-label={t('rights.pages')}>
            <a href={`?dopo=${lines.at(-1)?.id}`}>{t('rights.next')}</a>
          </nav>
        ) : null}
        {digitised.length > 0 ? <FondsChoice fonds={digitised} chosen={fonds?.id ?? ''} t={t} /> : null}
      </section>
    </ArchivePage>
  );
}
