import { pageContext } from '#app/_components/page-context.ts';
import { sizeInWords } from '#lib/i18n/sizes.ts';
import { documentsOf } from '#lib/http/request-drafts/documents-view.ts';
import type { OpenDraft } from '../../../open-draft.ts';
import { removeFile } from '../remove-file.ts';

/** What waits with a draft: which document each file is, how large, and the way to take it out. */
export async function AttachedFiles({ open: { draft, type }, step }: { open: OpenDraft; step: string }) {
  const { t, lang } = await pageContext();
  const nameOf = (code: string | null) =>
    documentsOf(type).find((document) => document.code === code)?.name[lang] ?? t('draft.furtherFiles');
  return (
    <ul className="attached-files">
      {draft.files.map(({ id, code, fileName, format, bytes }) => (
        <li key={id}>
          <span>
            <strong>{nameOf(code)}</strong>
            <br />
            <span lang="">{fileName ?? format}</span>{' '}
            <span className="aside">
              ({format.toUpperCase()}, {sizeInWords(bytes, lang)})
            </span>
          </span>
          <form action={removeFile.bind(null, { code: type.code, draft: draft.id, step })}>
            <input type="hidden" name="file" value={id} />
            <button
              type="submit"
              className="btn btn-outline-primary btn-sm"
              aria-label={t('draft.removeOf', { name: fileName ?? nameOf(code) })}
            >
              {t('draft.remove')}
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
}
