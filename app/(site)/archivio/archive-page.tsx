import type { ReactNode } from 'react';
import { pageContext } from '#app/_components/page-context.ts';
import { ArchiveCrumbs } from './crumbs.tsx';
import { loadArchive } from './load-archive.ts';
import { Refused } from './refused.tsx';

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
  list,
  said,
  children,
}: {
  title: string;
  lead: string;
  /** Where the page is one of a list. */
  list?: { href: string; label: string };
  said?: string | string[] | undefined;
  children: ReactNode;
}) {
  const { t } = await pageContext();
  const { permission } = await loadArchive();
  const answer = answers.find((one) => one === said);
  if (!permission.allowed) return <Refused reason={permission.reason.text} />;
  return (
    <div className="container keeping">
      <ArchiveCrumbs t={t} {...(list ? { list } : {})} />
      <h1>{title}</h1>
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
    </div>
  );
}
