import { AnsweredForm } from '#app/_components/forms/answered-form.tsx';
import { pageContext } from '#app/_components/page-context.ts';
import { reviewView } from '#lib/http/request-drafts/review-view.ts';
import { rawOf } from '#lib/http/request-drafts/draft-form.ts';
import { formWords } from '../../../draft-words.ts';
import type { OpenDraft } from '../../../open-draft.ts';
import { reviewOf } from '../review.ts';
import { sendRequest } from '../send-request.ts';
import { AccessServes } from './access-serves.tsx';
import { AttachedFiles } from './attached-files.tsx';
import { ReviewedPayments } from './reviewed-payments.tsx';
import { ReviewedAnswers } from './reviewed-answers.tsx';

/** All that will be sent, to be read again; what is declared with it; the button that sends it. */
export async function ReviewPage({ open }: { open: OpenDraft }) {
  const { t, lang } = await pageContext();
  const { type, draft, ticket } = open;
  const review = await reviewOf(open, t, lang);
  const missing = review.missing.map(({ name }) => name[lang]);
  const form = reviewView({ declarations: review.declarations, missing, raw: rawOf({}), ticket, t, lang });
  const place = { code: type.code, draft: draft.id, step: 'controllo' };
  return (
    <>
      <p>{t('draft.beforeSend')}</p>
      <ReviewedAnswers open={open} review={review} />
      <section aria-labelledby="allegati" className="attached">
        <h2 id="allegati">{t('draft.documents')}</h2>
        {draft.files.length > 0 ? <AttachedFiles open={open} step="controllo" /> : <p>{t('draft.noFiles')}</p>}
        {review.access ? <AccessServes access={review.access} /> : null}
        <p>
          <a href="documenti?da=controllo" aria-label={t('draft.changeOf', { label: t('draft.documents') })}>
            {t('draft.change')}
          </a>
        </p>
      </section>
      <ReviewedPayments open={open} blocking={review.unsettled} />
      <AnsweredForm
        key={missing.join()}
        id="richiesta"
        label={type.title[lang]}
        answer={sendRequest.bind(null, place)}
        start={{ form, problems: [], notice: null, turn: 0 }}
        words={formWords(t)}
      />
    </>
  );
}
