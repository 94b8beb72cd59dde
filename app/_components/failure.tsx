'use client';

import { useEffect, useState } from 'react';
import { failureWords } from '#lib/i18n/failure.ts';
import { languages, type Language } from '#lib/i18n/language.ts';

/** An error in the browser, with the number under which the server wrote it down if it was there. Errors of the server have their own page. */
export function Failure({ number }: { number: string | undefined }) {
  const [lang, setLang] = useState<Language>('it');
  useEffect(() => {
    setLang(languages.find((language) => language === document.documentElement.lang) ?? 'it');
  }, []);
  const words = failureWords[lang];
  return (
    <div className="container narrow" lang={lang}>
      <h1>{words.title}</h1>
      <p>{words.text}</p>
      {number ? (
        <p>
          {words.report} <code>{number}</code>. {words.contact} <a href="/feedback">{words.feedback}</a>.
        </p>
      ) : null}
      <p className="actions">
        <a className="btn btn-primary" href="">
          {words.again}
        </a>
        <a className="btn btn-outline-primary" href="/">
          {words.home}
        </a>
      </p>
    </div>
  );
}
