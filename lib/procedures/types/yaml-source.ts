import { isMap, isScalar, LineCounter, parseDocument, type Document, type YAMLError } from 'yaml';
import type { Path, PlacedProblem, TypeProblem } from './problem.ts';
import type { Text } from './text.ts';

/** A type of procedure is a page or ten; whatever is longer is something else. */
const longestText = 500_000;

export interface YamlSource {
  /** What the text says; undefined where it cannot be read at all. */
  value: unknown;
  problems: PlacedProblem[];
  place(problem: TypeProblem): PlacedProblem;
}

/** YAML 1.2 with every error at its line; a key given twice is an error that does not stop the reading of the rest. */
export function readYaml(text: string, file: string): YamlSource {
  const nothing = (code: string, it: string, en: string): YamlSource => {
    const place = (problem: TypeProblem) => ({ ...problem, file, line: 1, column: 1 });
    return { value: undefined, problems: [place({ code, path: [], message: { it, en } })], place };
  };
  if (text.length > longestText) return nothing('tooLong', 'il file è troppo lungo', 'the file is too long');
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'silent' });
    const at = (offset: number) => {
      const { line, col } = lines.linePos(offset);
      return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
    };
    const problems = [...document.errors, ...document.warnings].map((error) => ({
      code: error.code === 'DUPLICATE_KEY' ? 'repeatedKey' : 'notYaml',
      path: [],
      message: wordsOf(error),
      ...at(error.pos[0]),
    }));
    const readable = problems.every(({ code }) => code === 'repeatedKey');
    return {
      value: readable ? document.toJS({ maxAliasCount: 100 }) : undefined,
      problems,
      place: (problem) => ({ ...problem, ...at(offsetOf(document, problem.path)) }),
    };
  } catch (cause) {
    // Aliases that unfold without end, nesting deeper than the stack.
    const reason = cause instanceof Error ? cause.message : String(cause);
    return nothing('notYaml', `non si può leggere: ${reason}`, `cannot be read: ${reason}`);
  }
}

function wordsOf({ code, message }: YAMLError): Text {
  if (code === 'DUPLICATE_KEY') return { it: 'questa voce c’è già', en: 'this entry is there already' };
  if (code === 'MULTIPLE_DOCS') return { it: 'il file contiene più documenti', en: 'the file holds several documents' };
  return { it: `non è YAML corretto: ${message}`, en: `is not correct YAML: ${message}` };
}

/** Where the key of a path stands, or else what is nearest above it: what is missing has no place of its own. */
function offsetOf(document: Document, path: Path): number {
  if (path.length === 0) return document.contents?.range?.[0] ?? 0;
  const holder = document.getIn(path.slice(0, -1), true);
  const last = path.at(-1);
  if (isMap(holder)) {
    const pair = holder.items.find(({ key }) => (isScalar(key) ? String(key.value) : key) === last);
    if (pair && isScalar(pair.key)) return pair.key.range?.[0] ?? 0;
  }
  const node = document.getIn(path, true);
  if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) {
    const offset: unknown = node.range[0];
    if (typeof offset === 'number') return offset;
  }
  return offsetOf(document, path.slice(0, -1));
}
