import type { Metadata } from 'next';
import { AnsweredForm } from '#app/_components/forms/answered-form.tsx';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { isOfPerson, kindWords, openedByHand } from '#lib/fascicoli/kind.ts';
import { voiceCode } from '#lib/fascicoli/titolario.ts';
import type { FascicoloView } from '#lib/store/fascicoli/fascicoli.ts';
import type { FormView } from '#lib/http/form-view.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { unitChoices, voiceChoices } from '../../choices.ts';
import { ArchiveCrumbs } from '../../crumbs.tsx';
import { firstState, formWords } from '../../form-words.ts';
import { loadArchive } from '../../load-archive.ts';
import { Refused } from '../../refused.tsx';
import { openFascicolo } from './open-fascicolo.ts';

export async function generateMetadata(): Promise<Metadata> {
  const context = await pageContext();
  return pageMetadata(context, { title: context.t('fascicoli.open'), path: '/archivio/fascicoli/nuovo', index: false });
}

/** Opens a fascicolo, or with `in` a part of a person's. */
export default async function NewFascicoloPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[]>>;
}) {
  const { t, lang } = await pageContext();
  const { permission } = await loadArchive();
  if (!permission.allowed) return <Refused reason={permission.reason.text} />;
  const { in: asked } = await searchParams;
  const found = typeof asked === 'string' ? await composition().fascicoli.find(asked) : null;
  const whole = found && isOfPerson(found.kind) && found.subOf === null ? found : null;
  const title = whole ? t('fascicolo.addPart') : t('fascicoli.open');
  return (
    <div className="container narrow archive-desk">
      <ArchiveCrumbs t={t} list={{ href: '/archivio/fascicoli', label: t('fascicoli.title') }} />
      <h1>{title}</h1>
      {whole ? (
        <p>
          {whole.code} <span lang="it">{whole.object}</span>
        </p>
      ) : (
        <p>{t('fascicoli.openLead')}</p>
      )}
      <AnsweredForm
        id="apri"
        label={title}
        answer={openFascicolo}
        start={firstState(formOf(whole, t, lang))}
        words={formWords(t)}
      />
    </div>
  );
}

function formOf(whole: FascicoloView | null, t: Translate, lang: Language): FormView {
  const choice = whole
    ? []
    : [
        {
          kind: 'radios' as const,
          name: 'kind',
          label: t('fascicoli.kind'),
          required: true,
          options: openedByHand.map((kind) => ({ value: kind, label: kindWords[kind][lang] })),
        },
        {
          kind: 'select' as const,
          name: 'voice',
          label: t('fascicoli.voice'),
          required: true,
          options: [{ value: '', label: '—' }, ...voiceChoices()],
        },
        {
          kind: 'text' as const,
          name: 'activity',
          label: t('fascicoli.activity'),
          help: t('fascicoli.activityHelp'),
          maxLength: 200,
        },
      ];
  return {
    parts: [
      ...choice,
      {
        kind: 'text',
        name: 'object',
        label: t('fascicoli.object'),
        help: t('fascicoli.objectHelp'),
        required: true,
        maxLength: 1000,
      },
      {
        kind: 'text',
        name: 'title',
        label: t('fascicoli.publicTitle'),
        help: t('fascicoli.publicTitleHelp'),
        required: true,
        maxLength: 300,
      },
      {
        kind: 'select',
        name: 'unit',
        label: t('fascicoli.unit'),
        required: true,
        options: [{ value: '', label: '—' }, ...unitChoices(lang)],
        values: whole ? [whole.unit] : [],
      },
      {
        kind: 'text',
        name: 'keywords',
        label: t('fascicoli.keywords'),
        help: t('fascicoli.keywordsHelp'),
        maxLength: 500,
      },
    ],
    hidden: whole
      ? [
          { name: 'kind', value: whole.kind },
          { name: 'voice', value: voiceCode(whole) },
          { name: 'subOf', value: whole.id },
        ]
      : [],
    buttons: [{ label: t('fascicoli.open'), intent: 'open', manner: 'primary' }],
  };
}
