import type { Note } from '#lib/records/description.ts';
import { ArchivalHtml } from './archival-html.tsx';
import { languageTag } from '#lib/i18n/dates.ts';

/** Notes one under the other, each under the heading its source gave it. */
export function LabelledNotes({ notes }: { notes: readonly Note[] }) {
  return notes.map((note, place) => (
    // Two notes of one text are two notes; their order never changes on a page.
    <div key={place} className="note">
      {note.label ? (
        <p className="note-label" lang={languageTag(note.lang)}>
          {note.label}
        </p>
      ) : null}
      <ArchivalHtml html={note.html} lang={languageTag(note.lang)} />
    </div>
  ));
}
