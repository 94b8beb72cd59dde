import type { Persona } from '#lib/access/persona.ts';
import type { Day } from '#lib/procedures/day.ts';
import { romeDay } from '#lib/procedures/rome.ts';
import type { ProcedureType } from '#lib/procedures/types/procedure-type.ts';
import type { FilingRequest, GivenDocument, GivenParty } from '#lib/store/procedures/procedure-writing.ts';
import { answersTo } from './answers.ts';
import type { Behaviour } from './behaviour.ts';
import { bodyOf, type BodyKind } from './bodies.ts';
import { chanceOf, type Chance } from './chance.ts';
import { filingInstant } from './filing-instants.ts';
import { officer } from './offices.ts';
import { pdfOf } from './pdf.ts';
import { personOf, type NewAgent } from './people.ts';
import type { Plan, Setting } from './plan.ts';
import type { TypeCode } from './shares.ts';
import type { Staged } from './staged.ts';

export interface ToFile {
  n: number;
  code: TypeCode;
  type: ProcedureType;
  stage: Staged | null;
  day: Day;
  call: FilingRequest['call'];
  behaviour: Behaviour;
}

/** What is filed: by whom, by what way, with what. */
export function filingOf(one: ToFile, setting: Setting): Pick<Plan, 'filedAt' | 'request' | 'actor'> {
  const { n, code, type, stage, day, call, behaviour } = one;
  const chance = chanceOf(setting.seed, 'filing', n);
  const known = stage?.applicant && setting.withoutCode.get(stage.applicant);
  // Who is known by an e-mail address alone has no other way than the network.
  const channel = known ? 'web' : channelOf(type, stage?.daysAgo === 0, chance);
  const filedAt = filingInstant(day, channel, setting.now, setting.calendar, chance);
  const filedOn = romeDay(filedAt);
  const person = chance.whole(1, 190);
  const applicant = stage?.applicant ? invited(setting, stage.applicant) : applicantOf(code, person, chance);
  const agent = stage?.by ? invited(setting, stage.by) : representativeOf(code, applicant, chance);
  const parties: GivenParty[] = [
    { role: 'applicant', actsFor: null, agent: known ? { id: known } : applicant },
    ...(agent ? [{ role: 'representative' as const, actsFor: 0, agent }] : []),
    ...(behaviour.thirdParties && code.startsWith('accesso')
      ? [{ role: 'counterparty' as const, actsFor: null, agent: personOf(200 + chance.whole(1, 30)) }]
      : []),
  ];
  const { answers, place, aboutRecord } = answersTo({
    type: code,
    chance: chanceOf(setting.seed, 'answers', n),
    filedOn,
    person,
    company: applicant.kind === 'corporateBody',
    represented: agent !== null,
    units: setting.units,
  });
  const subject = `${type.title.it}${place ? `, ${place}` : ''}: ${applicant.name}`;
  const online = channel === 'web' || channel === 'suap';
  const request: FilingRequest = {
    type: code,
    channel,
    identification: known ? 'verifiedEmail' : identificationOf(channel, chance),
    parties,
    answers,
    subject,
    place,
    request: {
      bytes: pdfOf(type.title.it, requestLines(type, answers, applicant, agent, filedOn)),
      format: 'pdf',
      fileName: type.family === 'exOfficio' ? 'segnalazione.pdf' : 'domanda.pdf',
    },
    documents: documentsOf(type, behaviour, agent !== null, place),
    externalReferences: channel === 'suap' ? [{ scheme: 'CUI', value: cuiOf(n, filedOn) }] : [],
    aboutRecord,
    call,
    ...(behaviour.astray && 'term' in type ? { unit: astrayUnit(type) } : {}),
  };
  return {
    filedAt,
    request,
    actor: online ? { kind: 'client', id: channel } : officer(receiver(one, channel, setting, chance)),
  };
}

type Channel = FilingRequest['channel'];

/** Who stands before the counter is received there, and so is what reached the wrong office; letters go to the competent one. */
const receiver = ({ type, behaviour }: ToFile, channel: Channel, { offices }: Setting, chance: Chance): string =>
  channel === 'counter' || behaviour.astray ? offices.frontOffice() : offices.handler(type.unit, type.code, chance);

/** Ways in as people use them; what the type does not take is left out. */
function channelOf(type: ProcedureType, today: boolean, chance: Chance): Channel {
  if (type.family === 'exOfficio') return 'exOfficio';
  const allowed: readonly string[] = 'channels' in type ? type.channels : [];
  const common: [Channel, number][] = [
    ['web', 52],
    ['counter', 14],
    ['pec', 18],
    ['suap', 10],
    ['email', 9],
    ['post', 3],
  ];
  const [first, ...others] = common.filter(([channel]) => allowed.includes(channel));
  if (!first) throw new Error(`${type.code} takes nothing by any common way`);
  // Over the network something can be filed at whatever hour the site is started.
  return today ? first[0] : chance.weighted([first, ...others]);
}

function identificationOf(channel: Channel, chance: Chance): FilingRequest['identification'] {
  switch (channel) {
    case 'web':
      return chance.weighted([
        ['spid', 7],
        ['cie', 3],
      ]);
    case 'pec':
      return 'pec';
    case 'counter':
      return 'documentShown';
    case 'suap':
      return 'otherSystem';
    case 'exOfficio':
      return 'none';
    default:
      return 'documentCopy';
  }
}

/** One of the people who can be tried out. */
function invited({ people }: Setting, persona: Persona): NewAgent {
  const found = people.citizens.find((one) => one.persona === persona);
  if (!found) throw new Error(`${persona} is no citizen of the demonstration`);
  return { kind: found.kind, name: found.name, taxCode: found.taxCode, contacts: { email: `${persona}@example.org` } };
}

const bodies: Partial<Record<TypeCode, readonly [BodyKind, number][]>> = {
  'occupazione-suolo-48-ore': [
    ['building', 0.35],
    ['association', 0.15],
  ],
  'occupazione-suolo-pubblico': [
    ['shop', 0.5],
    ['building', 0.3],
    ['association', 0.1],
  ],
  'permesso-di-costruire': [['building', 0.45]],
  'scia-agibilita': [['building', 0.5]],
  cila: [['building', 0.2]],
  'commercio-aree-pubbliche': [['shop', 0.5]],
  patrocinio: [['association', 0.9]],
  'certificato-destinazione-urbanistica': [['building', 0.15]],
};

function applicantOf(code: TypeCode, person: number, chance: Chance): NewAgent {
  let draw = chance.number();
  for (const [kind, share] of bodies[code] ?? []) {
    if (draw < share) return bodyOf(kind, chance.whole(1, 24));
    draw -= share;
  }
  return personOf(person);
}

/** Professionals who file for others. */
const professional: Partial<Record<TypeCode, number>> = {
  'permesso-di-costruire': 0.85,
  'scia-agibilita': 0.85,
  cila: 0.9,
  'accesso-pratiche-edilizie': 0.6,
  'certificato-destinazione-urbanistica': 0.4,
  'occupazione-suolo-pubblico': 0.15,
};

function representativeOf(code: TypeCode, applicant: NewAgent, chance: Chance): NewAgent | null {
  if (!chance.happens(professional[code] ?? 0)) return null;
  const found = personOf(300 + chance.whole(1, 18));
  return found.taxCode === applicant.taxCode ? null : found;
}

/** What always belongs to it and what this case calls for, all but the last where something is missing. */
function documentsOf(
  type: ProcedureType,
  behaviour: Behaviour,
  represented: boolean,
  place: string | null,
): GivenDocument[] {
  const asked = 'documents' in type ? type.documents : [];
  const wanted = asked.filter(
    ({ mandatory, form }) =>
      mandatory.kind === 'always' || (mandatory.kind === 'when' && form === 'proxy' && represented),
  );
  const brought = behaviour.lacking === 'nothing' || type.family === 'scia' ? wanted : wanted.slice(0, -1);
  return brought.map(({ code, name }) => ({
    kind: 'attachment',
    code,
    flow: 'in',
    format: 'pdf',
    fileName: `${code}.pdf`,
    bytes: pdfOf(name.it, [type.title.it, place ?? '', 'Documento di prova: non riguarda nessuno.']),
  }));
}

/** The request as people read it: each question with its answer. */
function requestLines(
  type: ProcedureType,
  answers: FilingRequest['answers'],
  applicant: NewAgent,
  agent: NewAgent | null,
  on: Day,
): string[] {
  const fields = 'fields' in type ? type.fields : [];
  const options = (field: (typeof fields)[number], value: string) =>
    field.kind === 'choice' ? (field.options.find((one) => one.value === value)?.label.it ?? value) : value;
  const words = (field: (typeof fields)[number], answer: unknown): string => {
    if (Array.isArray(answer)) return answer.map((one) => words(field, one)).join('; ');
    if (typeof answer === 'boolean') return answer ? 'sì' : 'no';
    if (typeof answer === 'object' && answer !== null) return Object.values(answer).join(' ');
    return options(field, String(answer));
  };
  if (type.family === 'exOfficio')
    return [
      `Segnalazione del ${on.split('-').reverse().join('/')}: all’indirizzo registrato non risulta più abitare ${applicant.name}, codice fiscale ${applicant.taxCode ?? ''}.`,
      'Persone e fatti di questa segnalazione sono inventati per la dimostrazione.',
    ];
  return [
    `Presentata il ${on.split('-').reverse().join('/')} da ${applicant.name}${applicant.taxCode ? `, codice fiscale ${applicant.taxCode}` : ''}${agent ? `, per mezzo di ${agent.name}` : ''}.`,
    ...fields.flatMap((field) =>
      field.name in answers ? [`${field.label.it}: ${words(field, answers[field.name])}`] : [],
    ),
    'Persone e fatti di questa domanda sono inventati per la dimostrazione.',
  ];
}

/** Identifier of a request in SUAP: who, when, which. */
const cuiOf = (n: number, on: Day): string => `DIMOSTRAZIONE-${on.replaceAll('-', '')}-${String(n).padStart(4, '0')}`;

/** The general registry has what nobody knew where to send; what is its own goes to the front office by mistake. */
const astrayUnit = ({ unit }: ProcedureType): string =>
  unit === 'protocollo-generale' ? 'servizi-demografici' : 'protocollo-generale';
