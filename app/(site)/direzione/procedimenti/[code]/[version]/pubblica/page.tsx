import type { Metadata } from 'next';
import { pageMetadata } from '#app/_components/metadata.ts';
import { Missing } from '#app/_components/missing.tsx';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { aroundChanges, diffLines } from '#lib/procedures/types/line-diff.ts';
import { loadTypesDesk } from '../../../load-types-desk.ts';
import { Refused } from '../../../refused.tsx';
import { lineDiffWords } from '../diff-words.ts';
import { LineDiff } from '../line-diff.tsx';
import { loadVersion, type VersionProps } from '../load-version.ts';
import { ProblemList } from '../problem-list.tsx';
import { VersionHeading } from '../version-heading.tsx';
import { publishOrWithdraw } from './publish-or-withdraw.ts';
import { PublishForm } from './publish-form.tsx';
import { WordsDiff } from './words-diff.tsx';

export async function generateMetadata({ params }: VersionProps): Promise<Metadata> {
  const context = await pageContext();
  const { code, version } = await params;
  const title = `${code}, ${context.t('edit.publishPage')}`;
  return pageMetadata(context, { title, path: `/direzione/procedimenti/${code}/${version}/pubblica`, index: false });
}

/** What a version changes, in words and line by line; a draft is published or withdrawn here. */
export default async function PublishPage({ params }: VersionProps) {
  const { t } = await pageContext();
  const { permission, mayEdit } = await loadTypesDesk();
  if (!permission.allowed) return <Refused reason={permission.reason.text} />;
  const { code, version } = await params;
  const loaded = await loadVersion(code, version);
  if (!loaded) return <Missing />;
  const { kept, checked, before } = loaded;
  const { today } = composition();
  const draft = kept.status === 'draft';
  const lines = before ? aroundChanges(diffLines(before.yaml, kept.source)) : [];
  const may = mayEdit(loaded.units);
  return (
    <div className="container types-desk">
      <VersionHeading loaded={loaded} here="publish" />
      {draft ? (
        <ProblemList problems={checked.problems} text={`/direzione/procedimenti/${kept.code}/${kept.version}`} />
      ) : null}
      {before ? <WordsDiff before={before.type} after={checked.type} /> : <p>{t('diff.first')}</p>}
      {lines.length > 0 && before ? (
        <LineDiff lines={lines} words={lineDiffWords(t, t('diff.lines', { number: before.type.version }))} />
      ) : null}
      {draft && may.allowed ? (
        <PublishForm
          answer={publishOrWithdraw.bind(null, { code: kept.code, version: kept.version })}
          revision={kept.revision}
          today={today()}
          words={{
            title: t('publish.title'),
            help: t('publish.help'),
            day: t('publish.day'),
            publish: t('publish.publish'),
            withdrawTitle: t('publish.withdrawTitle'),
            withdrawHelp: t('publish.withdrawHelp'),
            withdraw: t('publish.withdraw'),
            working: t('edit.working'),
          }}
        />
      ) : null}
    </div>
  );
}
