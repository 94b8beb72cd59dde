import type { ReactNode } from 'react';
import type { Language } from '#lib/i18n/language.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import type { HeldBytes } from '#lib/store/documents/held-document.ts';
import { DocumentButtons } from './document-buttons.tsx';
import { DocumentShown } from './document-shown.tsx';

/** What is known of a document: a name, what it is, and in which language that is written where it is not the page's. */
export type DocumentFact = readonly [name: string, value: string | null, language?: string];

interface Props {
  /** Address of its page. */
  base: string;
  document: Omit<HeldBytes, 'open'> & { title: string };
  facts: readonly DocumentFact[];
  /** What is said of one that was destroyed. */
  destroyed: string;
  /** Beside the buttons. */
  children?: ReactNode;
  t: Translate;
  lang: Language;
}

/** A document: shown where browsers show it, with what is known of it beside; where its bytes are gone, why. */
export async function HeldSheet({ base, document, facts, destroyed, children, t, lang }: Props) {
  const held = document.destroyedOn === null && (await document.present()) === document.bytes;
  return (
    <div className="document-page">
      <div className="document-shown">
        {held ? (
          <DocumentShown base={base} document={document} t={t} />
        ) : (
          <p className="empty">{document.destroyedOn ? destroyed : t('document.lost')}</p>
        )}
      </div>
      <section aria-labelledby="dati">
        <h2 id="dati">{t('document.data')}</h2>
        {held ? <DocumentButtons base={base} document={document} t={t} lang={lang} /> : null}
        {children}
        <dl className="document-facts">
          {facts.map(([name, value, language]) =>
            value ? (
              <div key={name}>
                <dt>{name}</dt>
                <dd lang={language}>{value}</dd>
              </div>
            ) : null,
          )}
        </dl>
      </section>
    </div>
  );
}
