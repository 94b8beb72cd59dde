import { fault, shortened, type SourceFault } from './fault.ts';
import { wordTable } from '#ingest/word-table.ts';

const predefined = wordTable<string>({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" });

/** ISO Latin 1 in the order of the code points from U+00A0: files of the DTD era use these names. */
const latin1 = (
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot ' +
  'cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml ' +
  'Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig ' +
  'agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ' +
  'ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'
).split(' ');

const typographic: Record<string, string> = {
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  euro: '€',
};

const named = new Map<string, string>([
  ...latin1.map((name, i): [string, string] => [name, String.fromCharCode(0xa0 + i)]),
  ...Object.entries(typographic),
]);

/**
 * The entities a document may use: XML's own, and characters by their ISO names. Nothing that a DOCTYPE declares is ever
 * looked up or expanded: any other name is a fault, so neither a file of this machine nor a bomb can come in by one.
 */
export function entityTable(onNamed: (name: string) => void, line: () => number): Record<string, string> {
  return new Proxy<Record<string, string>>(
    {},
    {
      get(_target, name) {
        if (typeof name !== 'string') return undefined;
        const own = predefined[name];
        if (own !== undefined) return own;
        const letter = named.get(name);
        if (letter === undefined && !/^[\p{L}_:][\p{L}\p{N}._:-]{0,63}$/u.test(name))
          throw looseAmpersand(name, line());
        if (letter === undefined) {
          throw fault('entity', `the entity &${name}; is not expanded: entities of a file's own are never read`, {
            line: line(),
            found: `&${name};`,
          });
        }
        onNamed(name);
        return letter;
      },
    },
  );
}

/** "Rossi & C.": the XML parser takes all up to the next semicolon for the name of an entity. */
export function looseAmpersand(taken: string, line: number): SourceFault {
  return fault('malformed', 'not well-formed XML: an & that begins no entity; write it as &amp;', {
    line: line - (taken.split('\n').length - 1),
    found: shortened(`&${taken.slice(0, 40)}`),
  });
}
