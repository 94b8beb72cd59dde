import type { ReactNode } from 'react';
import { LabelledNotes } from '#app/_components/labelled-notes.tsx';
import { languageName } from '#lib/i18n/dates.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import type { Note } from '#lib/records/description.ts';
import type { AgentView } from '#lib/store/reading/reading-store.ts';

/** The description area of ISAAR(CPF): only what has something to say. */
export function AgentDescription({ t, lang, agent }: { t: Translate; lang: Language; agent: AgentView }) {
  const { description } = agent;
  const texts = (values: readonly string[]) => (values.length > 0 ? <p lang="it">{values.join(' · ')}</p> : null);
  const named = description.otherNames.map(({ name, label, dates }) =>
    [name, label && `(${label})`, dates].filter(Boolean).join(' '),
  );
  const places = description.places.map(({ label, role, dates }) =>
    [label, role && `(${role})`, dates].filter(Boolean).join(' '),
  );
  const languages = description.languages.map((code) => languageName(code, lang));
  return (
    <section className="area" aria-labelledby="description">
      <h2 id="description">{t('agent.description')}</h2>
      <dl>
        <Row label={t('agent.otherNames')}>{texts(named)}</Row>
        <Row label={t('agent.history')}>{notes(description.history)}</Row>
        <Row label={t('agent.places')}>{texts(places)}</Row>
        <Row label={t('agent.legalStatus')}>{texts(description.legalStatus)}</Row>
        <Row label={t('agent.functions')}>{notes(description.functions)}</Row>
        <Row label={t('agent.mandates')}>{notes(description.mandates)}</Row>
        <Row label={t('agent.structure')}>{notes(description.structure)}</Row>
        <Row label={t('agent.generalContext')}>{notes(description.generalContext)}</Row>
        <Row label={t('agent.occupations')}>{texts(description.occupations)}</Row>
        <Row label={t('agent.languages')}>{languages.length > 0 ? <p>{languages.join(' · ')}</p> : null}</Row>
        <Row label={t('agent.sources')}>{notes(description.sources)}</Row>
        <Row label={t('agent.notes')}>{notes(description.notes)}</Row>
        <Row label={t('agent.identifiers')}>{texts(agent.identifiers)}</Row>
        <Row label={t('agent.links')}>{links(description.links)}</Row>
      </dl>
    </section>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <div className="entry">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function notes(list: readonly Note[]): ReactNode {
  return list.length === 0 ? null : <LabelledNotes notes={list} />;
}

function links(list: readonly { href: string; label?: string | undefined }[]): ReactNode {
  const safe = list.filter(({ href }) => /^https?:\/\//i.test(href));
  if (safe.length === 0) return null;
  return (
    <ul className="plain">
      {safe.map(({ href, label }) => (
        <li key={href}>
          <a href={href} rel="external">
            {label ?? href}
          </a>
        </li>
      ))}
    </ul>
  );
}
