'use client';

import { ToldForm } from '#app/_components/forms/told-form.tsx';
import type { ToldState } from '#app/_components/forms/told-state.ts';

/** A day on which the offices are closed, what it is called and by which act. */
export function ClosureForm({
  answer,
  words,
}: {
  answer: (before: ToldState, data: FormData) => Promise<ToldState>;
  words: Record<'title' | 'help' | 'day' | 'nameIt' | 'nameEn' | 'source' | 'sourceHelp' | 'send' | 'working', string>;
}) {
  return (
    <ToldForm id="aggiungi" answer={answer} words={words}>
      {({ sent }) => (
        <>
          <p>
            <label htmlFor="closure-day">{words.day}</label>
            <input id="closure-day" name="day" type="date" required defaultValue={sent['day']} />
          </p>
          <p>
            <label htmlFor="closure-it">{words.nameIt}</label>
            <input id="closure-it" name="nameIt" required maxLength={200} defaultValue={sent['nameIt']} />
          </p>
          <p>
            <label htmlFor="closure-en">{words.nameEn}</label>
            <input id="closure-en" name="nameEn" lang="en" required maxLength={200} defaultValue={sent['nameEn']} />
          </p>
          <p>
            <label htmlFor="closure-source">{words.source}</label>
            <input
              id="closure-source"
              name="source"
              required
              maxLength={200}
              defaultValue={sent['source']}
              aria-describedby="closure-source-help"
            />
            <span id="closure-source-help" className="aside">
              {words.sourceHelp}
            </span>
          </p>
        </>
      )}
    </ToldForm>
  );
}
