import type { Metadata } from 'next';
import { AnsweredForm } from '#app/_components/forms/answered-form.tsx';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { voiceCode } from '#lib/fascicoli/titolario.ts';
import { voiceChoices } from '../choices.ts';
import { ArchiveCrumbs } from '../crumbs.tsx';
import { firstState, formWords } from '../form-words.ts';
import { loadArchive } from '../load-archive.ts';
import { Refused } from '../refused.tsx';
import { openRepertorio } from './repertori-forms.ts';

export async function generateMetadata(): Promise<Metadata> {
  const context = await pageContext();
  return pageMetadata(context, { title: context.t('repertori.title'), path: '/archivio/repertori', index: false });
}

/** The repertori of the Comune. */
export default async function RepertoriPage() {
  const { t } = await pageContext();
  const { permission } = await loadArchive();
  if (!permission.allowed) return <Refused reason={permission.reason.text} />;
  const lines = await composition().fascicoli.listRepertori();
  return (
    <div className="container archive-desk">
      <ArchiveCrumbs t={t} />
      <h1>{t('repertori.title')}</h1>
      <p className="services-lead">{t('repertori.door')}</p>
      {lines.length === 0 ? <p className="empty">{t('repertori.none')}</p> : null}
      <ul className="archive-list">
        {lines.map((line) => (
          <li key={line.id}>
            <p className="archive-code">{voiceCode(line)}</p>
            <div>
              <a href={`/archivio/repertori/${line.code}`} lang="it">
                {line.recordTitle}
              </a>
            </div>
            <p className="aside archive-days">{t('repertori.documents', { count: line.documents })}</p>
          </li>
        ))}
      </ul>

      <AnsweredForm
        fold={{ summary: t('repertori.open') }}
        id="apri"
        label={t('repertori.open')}
        answer={openRepertorio}
        start={firstState({
          parts: [
            { kind: 'text', name: 'title', label: t('repertori.name'), required: true, maxLength: 300 },
            {
              kind: 'text',
              name: 'code',
              label: t('repertori.code'),
              help: t('repertori.codeHelp'),
              required: true,
              maxLength: 60,
            },
            {
              kind: 'select',
              name: 'voice',
              label: t('fascicoli.voice'),
              required: true,
              options: [{ value: '', label: '—' }, ...voiceChoices()],
            },
          ],
          hidden: [],
          buttons: [{ label: t('repertori.openNow'), intent: 'open', manner: 'primary' }],
        })}
        words={formWords(t)}
      />
    </div>
  );
}
