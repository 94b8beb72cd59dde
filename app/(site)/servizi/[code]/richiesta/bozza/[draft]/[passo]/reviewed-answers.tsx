import { pageContext } from '#app/_components/page-context.ts';
import type { RequestStep } from '#lib/procedures/requests/request-steps.ts';
import type { DataField } from '#lib/procedures/types/filing.ts';
import { answerWords } from '#lib/projections/answer-words.ts';
import { draftPath } from '../../../draft-path.ts';
import { unitAsked } from '../../../known-beforehand.ts';
import type { OpenDraft } from '../../../open-draft.ts';
import type { Review } from '../review.ts';

/** Every question with its answer, and the way back to its page. */
export async function ReviewedAnswers({ open, review }: { open: OpenDraft; review: Review }) {
  const { t } = await pageContext();
  const { type, draft, steps, session } = open;
  const rows = await Promise.all(steps.flatMap((step) => rowsOf(step, review, session.name)));
  return (
    <dl className="review-rows">
      {rows.map(({ name, label, lines, slug, problems, isWanted }) => (
        <div
          key={name}
          id={`richiesta-${name}`}
          tabIndex={-1}
          className={problems.length > 0 ? 'asked-is-wrong' : isWanted ? 'review-wanted' : undefined}
        >
          <dt>{label}</dt>
          <dd>
            {lines.map((line, index) => (
              <p key={`${index}${line}`}>{line}</p>
            ))}
            {problems.map((message) => (
              <p key={message} className="asked-wrong">
                {message}
              </p>
            ))}
          </dd>
          <dd className="review-change">
            <a
              href={`${draftPath(type.code, draft.id, slug)}?da=controllo#richiesta-${name}`}
              aria-label={t('draft.changeOf', { label })}
            >
              {t('draft.change')}
            </a>
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface Row {
  name: string;
  label: string;
  lines: string[];
  slug: string;
  problems: string[];
  /** Still to be answered. */
  isWanted: boolean;
}

function rowsOf(step: RequestStep, review: Review, me: string): Promise<Row>[] {
  if (step.kind === 'forWhom') return [forWhomRow(review, step.slug, me)];
  return step.kind === 'section' ? step.fields.map((field) => answerRow(field, review, step.slug)) : [];
}

async function forWhomRow({ read, represented }: Review, slug: string, me: string): Promise<Row> {
  const { t } = await pageContext();
  const problems = read.problems.filter(({ name }) => name === 'for').map(({ message }) => message);
  return { name: 'for', label: t('request.applicant'), lines: [represented ?? me], slug, problems, isWanted: false };
}

async function answerRow(field: DataField, { read }: Review, slug: string): Promise<Row> {
  const { t, lang } = await pageContext();
  const name = `a.${field.name}`;
  const problems = read.problems.filter((problem) => problem.name === name).map(({ message }) => message);
  const [said] = answerWords([field], read.answers, lang);
  const lines = said?.lines ?? [t(field.required ? 'draft.empty' : 'draft.notGiven')];
  const shown = field.kind === 'archivalUnit' && said ? await Promise.all(lines.map(unitWords)) : lines;
  // What is empty says so by itself.
  return {
    name,
    label: field.label[lang],
    lines: shown,
    slug,
    problems: said ? problems : [],
    isWanted: !said && field.required,
  };
}

async function unitWords(id: string): Promise<string> {
  const unit = await unitAsked(id);
  return unit ? [unit.referenceCode, unit.title].filter(Boolean).join(' · ') : id;
}
