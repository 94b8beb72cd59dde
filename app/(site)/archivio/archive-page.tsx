import type { ReactNode } from 'react';
import { pageContext } from '#app/_components/page-context.ts';
import { loadArchive } from './load-archive.ts';

/** What forms of the desk may answer. */
const answers = [
  'done',
  'nothing',
  'reasonWanted',
  'permitWanted',
  'wrongNumber',
  'started',
  'unknownRecord',
  'holdThere',
  'destroyed',
  'transferred',
] as const;
const good: readonly string[] = ['done', 'started', 'transferred'];

/** A page of the archivist's desk: refused to others, with what the last form answered. */
export async function ArchivePage({
  title,
  lead,
  said,
  children,
}: {
  title: string;
  lead: string;
  said?: string | string[] | undefined;
  children: ReactNode;
}) {
  const { t, lang } = await pageContext();
  const { permission } = await loadArchive();
  const answer = answers.find((one) => one === said);
  return (
    <div className="container keeping">
      <p className="desk-crumb">
        <a href="/archivio">‹ {t('keeping.title')}</a>
      </p>
      <h1>{title}</h1>
      {permission.allowed ? (
        <>
          <p className="lead">{lead}</p>
          {answer ? (
            <p
              className={good.includes(answer) ? 'types-told' : 'edit-refused'}
              role={good.includes(answer) ? 'status' : 'alert'}
            >
              {t(`keeping.said.${answer}`)}
            </p>
          ) : null}
          {children}
        </>
      ) : (
        <p className="empty">{permission.reason.text[lang]}</p>
      )}
    </div>
  );
}
