import type pg from 'pg';
import type { Description } from '#lib/records/description.ts';
import { identifierOf } from '#lib/records/identifier.ts';
import type { Level } from '#lib/records/level.ts';
import { copyArray, copyLine, copyRows, type CopyValue } from '#lib/store/writing/copy-rows.ts';

/** Invented holdings like those of a large municipal archive: the same for the same size, on every machine. */
export interface GeneratedHoldings {
  records: number;
  fonds: string[];
  /** A node with 10,000 children (a tenth of the records, when fewer). */
  wideParent: string;
  /** A node with 200. */
  narrowParent: string;
}

const fondsCount = 40;
const base =
  'estimo registro lettera processo catasto decreto delibera contrada comune podestà consiglio dazio mercato ponte molino strada acqua sale vino olio carne pane farina sanità lazzaretto peste morte battesimo matrimonio testamento notaio eredità livello affitto vendita acquisto confine mappa disegno pianta campo prato bosco monte valle fiume argine chiesa monastero convento parrocchia vescovo capitano provveditore rettore nunzio ambasciatore supplica privilegio statuto ducale bolla istrumento ricevuta conto cassa bilancio debito credito pegno banco moneta soldato milizia fortezza mura porta piazza palazzo casa bottega arte fraglia lana seta panno scuola ospedale'.split(
    ' ',
  );
const syllables =
  'ba be bi bo ca ce co da de di do fa fe fi ga go la le li lo ma me mi mo na ne no pa pe po ra re ri ro sa se si so ta te ti to va ve vi vo za'.split(
    ' ',
  );

/** Mulberry32: small, quick, repeatable. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const vocabulary = (() => {
  const random = randomFrom(7);
  const words = [...base];
  while (words.length < 20_000) {
    const length = 2 + Math.floor(random() * 3);
    let word = '';
    for (let i = 0; i < length; i++) word += syllables[Math.floor(random() * syllables.length)];
    words.push(word);
  }
  return words;
})();

interface Node {
  id: string;
  parent: Node | null;
  root: string;
  level: Level;
  depth: number;
  code: string;
  from: number;
  to: number;
  children: number;
}

/** Fills institution, agents, records and their links. The tables must be empty. */
export async function generateHoldings(client: pg.ClientBase, records: number): Promise<GeneratedHoldings> {
  const random = randomFrom(records);
  /** Ranks by Zipf: a few words, subjects and places are everywhere, most are rare. */
  const ranked = (size: number) => Math.min(size - 1, Math.floor(Math.exp(random() * Math.log(size + 1)) - 1));
  const phrase = (length: number) => Array.from({ length }, () => vocabulary[ranked(vocabulary.length)]).join(' ');
  const agents = Array.from({ length: 300 }, (_, i) => ({
    id: identifierOf(i),
    name: `Magistratura ${vocabulary[i + 90]} ${i}`,
  }));
  const institution = identifierOf(900);

  await client.query(`INSERT INTO eli4u.institution (id, code, name) VALUES ($1, 'IT-BENCH', 'Archivio di prova')`, [
    institution,
  ]);
  await copyRows(
    client,
    'eli4u.agent (id, kind, authorised_name, name_key)',
    agents.map(({ id, name }) => copyLine([id, 'corporateBody', name, name.toLowerCase()])),
  );

  const creators: string[] = [];
  const fonds: string[] = [];
  let made = 0;
  let wideParent = '';
  let narrowParent = '';

  function* lines(): Generator<string> {
    for (let f = 0; f < fondsCount && made < records; f++) {
      const left = records - made;
      const share = f === fondsCount - 1 ? left : Math.max(20, Math.floor(left * (f === 0 ? 0.2 : 0.09)));
      const from = 1100 + Math.floor(random() * 700);
      const root: Node = {
        id: '',
        parent: null,
        root: '',
        level: 'fonds',
        depth: 0,
        code: `F${f + 1}`,
        from,
        to: from + 80 + Math.floor(random() * 250),
        children: 0,
      };
      yield line(root);
      fonds.push(root.id);
      let inside = 1;
      for (let s = 1; inside < share; s++) {
        const series = child(root, 'series', `F${f + 1}/${s}`);
        yield line(series);
        inside++;
        const wide = f === 0 && s === 1;
        const narrow = f === 0 && s === 2;
        const files = wide
          ? Math.min(10_000, Math.floor(records / 10))
          : narrow
            ? 200
            : 20 + Math.floor(random() * 400);
        if (wide) wideParent = series.id;
        if (narrow) narrowParent = series.id;
        for (let n = 1; n <= files && inside < share; n++) {
          const file = child(series, 'file', `${series.code}, b. ${n}`);
          yield line(file);
          inside++;
          const items = wide || random() < 0.7 ? 0 : Math.floor(random() * 8);
          for (let i = 1; i <= items && inside < share; i++, inside++)
            yield line(child(file, 'item', `${file.code}.${i}`));
        }
      }
    }
  }

  function child(parent: Node, level: Level, code: string): Node {
    parent.children++;
    const from = parent.from + Math.floor(random() * Math.max(1, parent.to - parent.from));
    const to = Math.min(parent.to, from + (level === 'series' ? 100 : ranked(30)));
    return { id: '', parent, root: parent.root, level, depth: parent.depth + 1, code, from, to, children: 0 };
  }

  function line(node: Node): string {
    node.id = identifierOf(1000 + made++);
    if (!node.parent) node.root = node.id;
    const points: Description['accessPoints'] = [];
    if (random() < 0.4)
      points.push({ kind: 'subject', label: `Materia ${phrase(1)} ${ranked(2000)}`.replace(/ \S+ /, ' ') });
    if (random() < 0.25) points.push({ kind: 'place', label: `Luogo ${ranked(500)}` });
    const description: Partial<Description> = {
      elements: { scopeAndContent: [{ html: '', text: phrase(12 + Math.floor(random() * 10)) }] },
      extents: [`cc. ${1 + Math.floor(random() * 300)}`],
      accessPoints: points,
      languages: node.parent ? [] : random() < 0.5 ? ['lat', 'ita'] : ['ita'],
    };
    if (!node.parent || (node.level === 'series' && random() < 0.2)) {
      creators.push(copyLine([node.id, 0, agents[ranked(agents.length)]?.id ?? '', 'creator']));
    }
    const undated = random() < 0.05;
    const values: CopyValue[] = [
      node.id,
      institution,
      node.parent?.id ?? null,
      node.root,
      node.children,
      node.depth,
      node.level,
      node.level === 'file' ? 'busta' : null,
      node.code,
      copyArray(random() < 0.1 ? [`vecchia segnatura ${made}`] : []),
      phrase(4 + Math.floor(random() * 5)),
      undated ? null : `${String(node.from).padStart(4, '0')}-01-01`,
      undated ? null : `${String(node.to).padStart(4, '0')}-12-31`,
      undated ? null : `${node.from}-${node.to}`,
      JSON.stringify(description),
      random() < 0.15,
    ];
    return copyLine(values);
  }

  await copyRows(
    client,
    'eli4u.record (id, repository_id, parent_id, root_id, position, depth, level, unit_type, reference_code, former_codes, title, date_start, date_end, date_display, description, digital)',
    lines(),
  );
  await copyRows(client, 'eli4u.record_agent (record_id, ordinal, agent_id, role)', creators);
  return { records: made, fonds, wideParent, narrowParent };
}
