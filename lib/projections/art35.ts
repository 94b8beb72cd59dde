import type { Fee } from '#lib/procedures/types/fees.ts';
import { isOnline } from '#lib/procedures/types/is-online.ts';
import type { ProcedureType } from '#lib/procedures/types/procedure-type.ts';
import type { Source, Text, TextLanguage } from '#lib/procedures/types/text.ts';
import { amountWords, normWords, silenceWords, sourceWords } from '#lib/procedures/types/type-words.ts';

/** D.Lgs. 33/2013 art. 35 c. 1; the Italian alphabet of the law has no j and k. */
export const art35Letters = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'l', 'm'] as const;
export type Art35Letter = (typeof art35Letters)[number];

export const art35Headings: Record<Art35Letter, Text> = {
  a: { it: 'Descrizione e norme', en: 'Description and norms' },
  b: { it: 'Unità organizzativa responsabile dell’istruttoria', en: 'Unit in charge of the examination' },
  c: { it: 'Responsabile del procedimento e ufficio che decide', en: 'Person responsible and deciding office' },
  d: { it: 'Documenti, moduli, uffici e orari', en: 'Documents, forms, offices and hours' },
  e: { it: 'Come avere informazioni', en: 'How to get information' },
  f: { it: 'Termine', en: 'Term' },
  g: { it: 'Dichiarazione sostitutiva o silenzio', en: 'Declaration in place of the decision, or silence' },
  h: { it: 'Tutela', en: 'Remedies' },
  i: { it: 'Servizio in linea', en: 'Online service' },
  l: { it: 'Pagamenti', en: 'Payments' },
  m: { it: 'Potere sostitutivo', en: 'Substitute power' },
};

/** How an office is reached, where it is known. */
export interface UnitContact {
  name: Text;
  phone?: string;
  email?: string;
  pec?: string;
  hours?: Text;
  /** The person responsible, published by art. 35 c. 1 c. */
  person?: string;
}

export interface Art35Row {
  code: string;
  version: number;
  title: string;
  /** Each cell as lines; an empty one has nothing to say for this type. */
  cells: Record<Art35Letter, string[]>;
}

const words = {
  decides: { it: 'Decide', en: 'Decides' },
  none: { it: 'Nessuno', en: 'None' },
  free: { it: 'Non si paga niente', en: 'Nothing to pay' },
  filed: { it: 'Ha effetto dalla presentazione', en: 'Effective when filed' },
  notReplaced: { it: 'No', en: 'No' },
  here: { it: 'Su questo sito', en: 'On this site' },
  notYet: { it: 'In preparazione', en: 'In preparation' },
  begunHere: {
    it: 'Nessuna domanda: comincia il Comune',
    en: 'No request: the municipality begins it',
  },
  exceptWhere: { it: 'non vale', en: 'not' },
} satisfies Record<string, Text>;

/** One row of the table of procedures: the same for the page and for JSON. */
export function toArt35Row(
  type: ProcedureType,
  units: ReadonlyMap<string, UnitContact>,
  language: TextLanguage,
): Art35Row {
  const say = (text: Text) => text[language];
  const office = (code: string) => officeWords(units.get(code), code, language);
  const source = (value: Source) => sourceWords(value, language);
  return {
    code: type.code,
    version: type.version,
    title: say(type.title),
    cells: {
      a: [say(type.summary), ...type.norms.map(source)],
      b: office(type.unit),
      c: [
        ...(units.get(type.responsible)?.person ? [units.get(type.responsible)?.person ?? ''] : []),
        ...office(type.responsible),
        ...office(type.decidingOffice).map((line, index) => (index === 0 ? `${say(words.decides)}: ${line}` : line)),
      ],
      d: [
        ...('documents' in type ? type.documents.map((document) => say(document.name)) : []),
        ...office(type.informationOffice),
      ],
      e: [say(type.information)],
      f: termLines(type, language),
      g: silenceLines(type, language),
      h: type.remedies.map((remedy) => `${say(remedy.text)} (${source(remedy.source)})`),
      i: onlineLines(type, language),
      l: feeLines(type, language),
      m: [...office(type.substitute.office), say(type.substitute.how), source(type.substitute.source)],
    },
  };
}

function officeWords(unit: UnitContact | undefined, code: string, language: TextLanguage): string[] {
  if (!unit) return [code];
  return [unit.name[language], unit.phone, unit.email, unit.pec, unit.hours?.[language]].filter(
    (line) => line !== undefined,
  );
}

function termLines(type: ProcedureType, language: TextLanguage): string[] {
  const line = (norm: Parameters<typeof normWords>[0], source: Source) =>
    `${normWords(norm)?.[language] ?? ''} (${sourceWords(source, language)})`;
  switch (type.family) {
    case 'application':
      return [
        line(type.term, type.term.source),
        ...(type.serviceTerm ? [line(type.serviceTerm, type.serviceTerm.source)] : []),
      ];
    case 'exOfficio':
      return [line(type.term, type.term.source)];
    case 'scia':
      return [words.filed[language], line(type.controlWindow, type.controlWindow.source)];
    case 'declaration':
      return [
        words.filed[language],
        line(type.registration.within, type.registration.source),
        line(type.verification, type.verification.source),
      ];
    case 'ranking':
      return [type.notice.window[language]];
    case 'communication':
      return [words.none[language], `${type.checks.how[language]} (${sourceWords(type.checks.source, language)})`];
  }
}

function silenceLines(type: ProcedureType, language: TextLanguage): string[] {
  const lines: string[] = [];
  if ('replacedByDeclaration' in type && type.replacedByDeclaration)
    lines.push(
      `${type.replacedByDeclaration.when[language]} (${sourceWords(type.replacedByDeclaration.source, language)})`,
    );
  if ('silence' in type && type.silence.kind !== 'none') {
    const except = type.silence.kind === 'silenzioAssenso' ? type.silence.exceptWhen?.[language] : undefined;
    const kind = silenceWords[type.silence.kind][language];
    lines.push(
      `${kind} (${sourceWords(type.silence.source, language)})${except ? `; ${words.exceptWhere[language]} ${except}` : ''}`,
    );
  }
  if ('silence' in type && type.silence.kind === 'none')
    lines.push(`${words.notReplaced[language]} (${sourceWords(type.silence.source, language)})`);
  return lines;
}

function onlineLines(type: ProcedureType, language: TextLanguage): string[] {
  if (!('onlineService' in type)) return [words.begunHere[language]];
  switch (type.onlineService.kind) {
    case 'available':
      // An address is given where something is behind it.
      return [
        isOnline(type) ? `${words.here[language]}: ${type.onlineService.path}/richiesta` : words.notYet[language],
      ];
    case 'elsewhere':
      return [type.onlineService.url];
    case 'none':
      return [type.onlineService.plan[language]];
  }
}

function feeLines(type: ProcedureType, language: TextLanguage): string[] {
  if (!('fees' in type) || type.fees.length === 0) return [words.free[language]];
  return type.fees.map((fee) => feeWords(fee, language));
}

const feeWords = (fee: Fee, language: TextLanguage): string =>
  `${fee.label[language]}: ${amountWords(fee.amount, language)} (${sourceWords(fee.source, language)})`;
