import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { pageMetadata } from '#app/_components/metadata.ts';
import { Missing } from '#app/_components/missing.tsx';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { plainGroups } from '#lib/procedures/types/plain-field-specs.ts';
import { plainFields } from '#lib/procedures/types/plain-fields.ts';
import { loadTypesDesk } from '../../../load-types-desk.ts';
import { Refused } from '../../../refused.tsx';
import { lineDiffWords } from '../diff-words.ts';
import { firstState } from '../edit-state.ts';
import { loadVersion, type VersionProps } from '../load-version.ts';
import { ProblemList } from '../problem-list.tsx';
import { saveDraftFields } from '../save-draft-text.ts';
import { VersionHeading } from '../version-heading.tsx';
import { FieldsForm } from './fields-form.tsx';

export async function generateMetadata({ params }: VersionProps): Promise<Metadata> {
  const context = await pageContext();
  const { code, version } = await params;
  const title = `${code}, ${context.t('edit.fields')}`;
  return pageMetadata(context, { title, path: `/direzione/procedimenti/${code}/${version}/campi`, index: false });
}

/** The plain values of a draft as a form; what is saved goes into its text, and nothing else there changes. */
export default async function FieldsPage({ params }: VersionProps) {
  const { t, lang } = await pageContext();
  const { permission, mayEdit } = await loadTypesDesk();
  if (!permission.allowed) return <Refused reason={permission.reason.text} />;
  const { code, version } = await params;
  const loaded = await loadVersion(code, version);
  if (!loaded) return <Missing />;
  const { kept, checked } = loaded;
  const text = `/direzione/procedimenti/${kept.code}/${kept.version}`;
  if (kept.status !== 'draft' || !mayEdit(loaded.units.slice(0, 1)).allowed) redirect(text);
  const fields = plainFields(kept.source, composition().procedureTypes.units());
  return (
    <div className="container types-desk">
      <VersionHeading loaded={loaded} here="fields" />
      <ProblemList problems={checked.problems} text={text} />
      {fields.length === 0 ? (
        <p className="empty">{t('edit.noFields')}</p>
      ) : (
        <FieldsForm
          groups={plainGroups.flatMap((group) => {
            const own = fields.filter((field) => field.group === group);
            return own.length === 0
              ? []
              : [
                  {
                    title: t(`edit.group.${group}`),
                    fields: own.map(({ name, kind, value, label, options, language }) => ({
                      name,
                      kind,
                      value,
                      language,
                      label: label[lang],
                      options: options.map((option) => ({ value: option.value, label: option.label[lang] })),
                    })),
                  },
                ];
          })}
          start={firstState(kept.revision)}
          save={saveDraftFields.bind(null, { code: kept.code, version: kept.version })}
          words={{
            help: t('edit.fieldsHelp'),
            save: t('edit.save'),
            working: t('edit.working'),
            diff: lineDiffWords(t, t('edit.theirs')),
          }}
        />
      )}
    </div>
  );
}
