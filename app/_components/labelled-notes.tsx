import type { Note } from '#lib/records/description.ts';
import { ArchivalHtml } from './archival-html.tsx';
import { languageTag } from '#lib/i18n/dates.ts';

/** Notes one under the other, each under the heading its source gave it, unless that only repeats one of the `headings` they all stand under, said in some language. */
export function LabelledNotes({ notes, headings = [] }: { notes: readonly Note[]; headings?: readonly string[] }) {
  return notes.map((note, place) => (
    // Two notes of one text are two notes; their order never changes on a page.
    <div key={place} className="note">
      {note.label && !headings.some((heading) => repeats(note.label ?? '', heading)) ? (
        <p className="note-label" lang={languageTag(note.lang)}>
          {note.label}
        </p>
      ) : null}
      <ArchivalHtml html={note.html} lang={languageTag(note.lang)} />
    </div>
  ));
}

/** «Condizioni di accesso» under «Condizioni di accesso», «Ambiti e contenuto» or «Descrizione del contenuto» under «Contenuto». */
function repeats(label: string, heading: string): boolean {
  const words = (text: string) => text.toLowerCase().split(/\P{L}+/u);
  const said = new Set([...words(heading), ...emptyWords]);
  return words(label).every((word) => said.has(word));
}

const emptyWords = ['di', 'del', 'della', 'e', 'ed', 'ambiti', 'descrizione', 'note', 'nota', 'and', 'of', 'scope', ''];
