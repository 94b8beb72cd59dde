import { AnsweredForm } from '#app/_components/forms/answered-form.tsx';
import { fileWords } from '#app/_components/forms/file-words.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { documentsView } from '#lib/http/request-drafts/documents-view.ts';
import { accessApplication } from '#lib/procedures/requests/access-application.ts';
import type { RequestStep } from '#lib/procedures/requests/request-steps.ts';
import { formWords } from '../../../draft-words.ts';
import type { OpenDraft } from '../../../open-draft.ts';
import { accessGiven } from '../../../access-given.ts';
import { attachFiles } from '../attach-files.ts';
import { AccessServes } from './access-serves.tsx';
import { AttachedFiles } from './attached-files.tsx';

/** The documents of a request: those that are there, and boxes for the others. */
export async function DocumentsPage({
  open,
  step,
  fromReview,
  wasRemoved,
  drawn,
}: {
  open: OpenDraft;
  step: RequestStep;
  fromReview: boolean;
  wasRemoved: boolean;
  /** Which drawing of the page it is: in a new one nothing is chosen. */
  drawn: string;
}) {
  const { t, lang } = await pageContext();
  const { type, steps, draft, ticket } = open;
  const place = { code: type.code, draft: draft.id, step: step.slug };
  const access = await accessGiven(open);
  const there = new Set([...draft.files.flatMap(({ code }) => code ?? []), ...(access ? [accessApplication] : [])]);
  const form = documentsView({ type, steps, step, ticket, fromReview, t, lang }, there);
  return (
    <>
      <p>{t('draft.filesHelp')}</p>
      <section aria-labelledby="allegati" className="attached">
        <h2 id="allegati">{t('draft.attached')}</h2>
        {wasRemoved ? (
          <p role="status" className="types-told">
            {t('draft.removed')}
          </p>
        ) : null}
        {draft.files.length > 0 ? (
          <AttachedFiles open={open} step={step.slug} />
        ) : (
          <p className="empty">{t('draft.attachedNone')}</p>
        )}
        {access ? <AccessServes access={access} /> : null}
      </section>
      <AnsweredForm
        key={drawn}
        id="richiesta"
        label={type.title[lang]}
        answer={attachFiles.bind(null, place)}
        start={{ form, problems: [], notice: null, turn: 0 }}
        files={fileWords(t)}
        words={formWords(t)}
      />
    </>
  );
}
