import { oaiError, type OaiError } from './errors.ts';
import { readDate, type DateArgument } from './dates.ts';

export const verbs = [
  'Identify',
  'ListMetadataFormats',
  'ListSets',
  'GetRecord',
  'ListIdentifiers',
  'ListRecords',
] as const;
export type Verb = (typeof verbs)[number];

/** What a list is asked for, without a token. */
export interface ListArguments {
  metadataPrefix: string;
  set: string | null;
  from: DateArgument | null;
  until: DateArgument | null;
}

export type OaiRequest =
  | { verb: 'Identify' }
  | { verb: 'ListMetadataFormats'; identifier: string | null }
  | { verb: 'ListSets'; resumptionToken: string | null }
  | { verb: 'GetRecord'; identifier: string; metadataPrefix: string }
  | { verb: 'ListIdentifiers' | 'ListRecords'; resumptionToken: string }
  | ({ verb: 'ListIdentifiers' | 'ListRecords'; resumptionToken: null } & ListArguments);

const allowed: Record<Verb, readonly string[]> = {
  Identify: [],
  ListMetadataFormats: ['identifier'],
  ListSets: ['resumptionToken'],
  GetRecord: ['identifier', 'metadataPrefix'],
  ListIdentifiers: ['metadataPrefix', 'set', 'from', 'until', 'resumptionToken'],
  ListRecords: ['metadataPrefix', 'set', 'from', 'until', 'resumptionToken'],
};
const required: Record<Verb, readonly string[]> = {
  Identify: [],
  ListMetadataFormats: [],
  ListSets: [],
  GetRecord: ['identifier', 'metadataPrefix'],
  ListIdentifiers: ['metadataPrefix'],
  ListRecords: ['metadataPrefix'],
};

/** The characters of a set (the schema's setSpecType) and of a prefix (metadataPrefixType). */
const setSpec = /^[A-Za-z0-9\-_.!~*'()]+(:[A-Za-z0-9\-_.!~*'()]+)*$/;
const prefix = /^[A-Za-z0-9\-_.!~*'()]+$/;
/** What can stand in an attribute of type anyURI without being taken for something else: no white space, controls or signs of mark-up. */
// eslint-disable-next-line no-control-regex -- exactly these
const uri = /^[^\u0000-\u0020\u007F-\u009F<>"{}|\\^`\uFFFD]+$/u;
/** Where a colon comes first there is a scheme before it. */
const sound = (identifier: string): boolean =>
  uri.test(identifier) && /^(?:[A-Za-z][A-Za-z0-9+.-]*:|[^:/?#]*(?:[/?#]|$))/.test(identifier) && escapes(identifier);
const escapes = (text: string): boolean => !/%(?![0-9A-Fa-f]{2})/.test(text) && (text.match(/#/g) ?? []).length < 2;

export type ReadArguments =
  | { kind: 'request'; request: OaiRequest; asked: readonly (readonly [string, string])[] }
  | { kind: 'errors'; errors: OaiError[] };

/** Reads what is asked (OAI-PMH 2.0 §3.1 and §4): each argument once, known to its verb, of its form. What is wrong is told all at once. */
export function readArguments(pairs: Iterable<readonly [string, string]>): ReadArguments {
  const given = [...pairs];
  const named = given.filter(([name]) => name === 'verb').map(([, value]) => value);
  const verb = verbs.find((known) => known === named[0]);
  if (named.length !== 1 || !verb) return { kind: 'errors', errors: [badVerb(named)] };
  const values = new Map(given);
  const errors = wrongArguments(verb, given);
  const read = errors.length === 0 ? requestOf(verb, values) : errors;
  return Array.isArray(read) ? { kind: 'errors', errors: read } : { kind: 'request', request: read, asked: given };
}

function badVerb(named: readonly string[]): OaiError {
  if (named.length === 0) return oaiError('badVerb', 'The verb is missing.');
  if (named.length > 1) return oaiError('badVerb', 'The verb is repeated.');
  return oaiError('badVerb', `There is no verb ${shortened(named[0] ?? '')}; there are ${verbs.join(', ')}.`);
}

function wrongArguments(verb: Verb, given: readonly (readonly [string, string])[]): OaiError[] {
  const errors: OaiError[] = [];
  const names = given.map(([name]) => name);
  for (const name of new Set(names)) {
    if (name === 'verb') continue;
    if (!allowed[verb].includes(name))
      errors.push(oaiError('badArgument', `${verb} takes no argument ${shortened(name)}.`));
    else if (names.filter((one) => one === name).length > 1)
      errors.push(oaiError('badArgument', `The argument ${name} is repeated.`));
  }
  const exclusive = names.includes('resumptionToken') && allowed[verb].includes('resumptionToken');
  if (exclusive && new Set(names).size > 2)
    errors.push(oaiError('badArgument', 'A resumptionToken stands alone: with it no other argument is given.'));
  if (!exclusive)
    for (const name of required[verb])
      if (!names.includes(name)) errors.push(oaiError('badArgument', `${verb} wants the argument ${name}.`));
  return errors;
}

function requestOf(verb: Verb, values: ReadonlyMap<string, string>): OaiRequest | OaiError[] {
  const identifier = values.get('identifier') ?? null;
  const metadataPrefix = values.get('metadataPrefix') ?? '';
  const errors: OaiError[] = [];
  if (identifier !== null && !sound(identifier)) errors.push(oaiError('badArgument', 'The identifier is no URI.'));
  if (values.has('metadataPrefix') && !prefix.test(metadataPrefix))
    errors.push(oaiError('badArgument', 'The metadataPrefix has characters that none has.'));
  const resumptionToken = values.get('resumptionToken') ?? null;
  switch (verb) {
    case 'Identify':
      return { verb };
    case 'ListMetadataFormats':
      return errors.length > 0 ? errors : { verb, identifier };
    case 'ListSets':
      return { verb, resumptionToken };
    case 'GetRecord':
      return errors.length > 0 ? errors : { verb, identifier: identifier ?? '', metadataPrefix };
    case 'ListIdentifiers':
    case 'ListRecords': {
      if (resumptionToken !== null) return { verb, resumptionToken };
      const range = rangeOf(values, errors);
      const set = values.get('set') ?? null;
      if (set !== null && !setSpec.test(set))
        errors.push(oaiError('badArgument', 'The set has characters that none has.'));
      return errors.length > 0 ? errors : { verb, resumptionToken: null, metadataPrefix, set, ...range };
    }
  }
}

/** From and until: both included, of one granularity, in their order (§2.7.1). */
function rangeOf(
  values: ReadonlyMap<string, string>,
  errors: OaiError[],
): { from: DateArgument | null; until: DateArgument | null } {
  const read = (name: 'from' | 'until'): DateArgument | null => {
    const text = values.get(name);
    if (text === undefined) return null;
    const date = readDate(text);
    if (!date)
      errors.push(
        oaiError(
          'badArgument',
          `${name} is neither a day (YYYY-MM-DD) nor a second (YYYY-MM-DDThh:mm:ssZ) that there is.`,
        ),
      );
    return date;
  };
  const [from, until] = [read('from'), read('until')];
  if (from && until) {
    if (from.granularity !== until.granularity)
      errors.push(oaiError('badArgument', 'from and until are of different granularities.'));
    else if (from.first > until.last) errors.push(oaiError('badArgument', 'from is later than until.'));
  }
  return { from, until };
}

/** What somebody sent, as far as it helps to find it. */
const shortened = (text: string): string => JSON.stringify([...text].slice(0, 60).join(''));
