import type { Metadata } from 'next';
import { pageMetadata, unfoundMetadata } from '#app/_components/metadata.ts';
import { Missing } from '#app/_components/missing.tsx';
import { pageContext } from '#app/_components/page-context.ts';
import { loadTypesDesk } from '../../load-types-desk.ts';
import { Refused } from '../../refused.tsx';
import { lineDiffWords } from './diff-words.ts';
import { firstState } from './edit-state.ts';
import { GraphPanel } from './graph-panel.tsx';
import { loadVersion, type VersionProps } from './load-version.ts';
import { NumberedText } from './numbered-text.tsx';
import { ProblemList } from './problem-list.tsx';
import { saveDraftText } from './save-draft-text.ts';
import { TextEditor } from './text-editor.tsx';
import { VersionHeading } from './version-heading.tsx';

export async function generateMetadata({ params }: VersionProps): Promise<Metadata> {
  const context = await pageContext();
  const { code, version } = await params;
  if (!(await loadVersion(code, version))) return unfoundMetadata(context, null);
  const title = `${code}, ${context.t('types.version', { number: Number(version) })}`;
  return pageMetadata(context, { title, path: `/direzione/procedimenti/${code}/${version}`, index: false });
}

/** The text of a version, what is wrong with it, and its graph; a draft can be written. */
export default async function VersionPage({ params }: VersionProps) {
  const { t, lang } = await pageContext();
  const { permission, mayEdit } = await loadTypesDesk();
  if (!permission.allowed) return <Refused reason={permission.reason.text} />;
  const { code, version } = await params;
  const loaded = await loadVersion(code, version);
  if (!loaded) return <Missing />;
  const { kept, checked } = loaded;
  const editable = kept.status === 'draft' && mayEdit(loaded.units.slice(0, 1)).allowed;
  return (
    <div className="container types-desk edit-wide">
      <VersionHeading loaded={loaded} here="text" />
      {kept.status === 'draft' ? <ProblemList problems={checked.problems} /> : null}
      <div className="edit-columns">
        {editable ? (
          <TextEditor
            source={kept.source}
            start={firstState(kept.revision)}
            save={saveDraftText.bind(null, { code: kept.code, version: kept.version })}
            wrong={checked.problems.map(({ line }) => line)}
            words={{
              label: t('edit.textLabel'),
              help: t('edit.textHelp'),
              save: t('edit.save'),
              working: t('edit.working'),
              diff: lineDiffWords(t, t('edit.theirs')),
            }}
          />
        ) : (
          <NumberedText text={kept.source} label={t('edit.text')} />
        )}
        <GraphPanel graph={checked.graph} title={checked.type?.title[lang] ?? kept.code} />
      </div>
    </div>
  );
}
