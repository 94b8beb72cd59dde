import { citizens, people, staff, type Asker } from './people.ts';
import type { TargetName } from './targets.ts';

/** What an asker gets: in, sent to sign in (again, where they are in as the wrong one), or this status whatever is named. */
export type Answer = 'in' | 'signIn' | 200 | 204 | 401 | 403 | 404;
export type Audience = Partial<Record<Asker, Answer>>;

/** Who gets into a place, what it names, and how a place that is theirs, another's or none answers whoever gets in. */
export interface Rule {
  audience: Audience;
  /** `nothing` where an address names nothing. */
  of: TargetName;
  /** Of one's own; one of several where it hangs on the thing, as a preview does on the format. */
  ok: number | readonly number[];
  /** Of another's and of none, the same. */
  missing: number;
}

const each = (askers: readonly Asker[], answer: Answer): Audience =>
  Object.fromEntries(askers.map((asker) => [asker, answer]));

const everybody = each(people, 'in');
const desk = (isIn: readonly Asker[], others: Answer): Audience => ({
  nobody: 'signIn',
  ...each(citizens, 'signIn'),
  ...each(staff, others),
  ...each(isIn, 'in'),
});
/** A file at a desk: whoever is in and may not have it is told that it is not there. */
const file = (isIn: readonly Asker[]): Audience => ({
  ...each(people, 404),
  nobody: 'signIn',
  ...each(isIn, 'in'),
});
const ofCitizens: Audience = { nobody: 'signIn', ...each(staff, 'signIn'), ...each(citizens, 'in') };
const ofStaff = desk(staff, 403);
const ofArchive = desk(['archivista'], 403);
const ofRegister = desk(['archivista', 'sportello'], 403);
const ofCounter = desk(['sportello'], 403);
const ofTypes = desk(['dirigente'], 403);
const ofDraft: Audience = { ...each(people, 200), ...each(citizens, 404) };
/** What says who it is for in another way than by its desk: whoever is in may have what is theirs. */
const everyoneIn = [...citizens, ...staff];
const signedIn: Audience = { ...each(people, 'in'), nobody: 404 };
const ofKeys: Audience = { noKey: 401, wrongKey: 401, weakKey: 403, key: 'in' };

const rule = (audience: Audience, of: TargetName = 'nothing', change: Partial<Rule> = {}): Rule => ({
  audience,
  of,
  ok: 200,
  missing: of === 'nothing' ? 200 : 404,
  ...change,
});

/** Addresses that the launcher answers ahead of Next: they have no folder of their own. */
export const aheadRules: Readonly<Record<string, Audience>> = {
  // Whose session is none of a citizen's is told to ask no more.
  '/mia-pagina/vivo?da=2026-01-01T00:00:00Z': { ...each(people, 204), ...each(citizens, 200) },
  '/oai?verb=Identify': each(people, 200),
  // An image that there is not: of those that there are, tests/integration/images says who sees them.
  '/iiif/image/00000000/info.json': each(people, 404),
  '/iiif/auth/probe/00000000': each(people, 404),
  '/iiif/auth/logout': each(people, 200),
};

/** Pages with forms that are answered by their own actions, of which what one sends is refused to whoever it is not for. */
export const writtenPages: readonly { pattern: string; of: TargetName }[] = [
  { pattern: '/mia-pagina/pratiche/[id]', of: 'case' },
  { pattern: '/mia-pagina/profilo', of: 'nothing' },
  { pattern: '/mia-pagina/preferenze', of: 'nothing' },
  { pattern: '/mia-pagina/deleghe/nuova', of: 'nothing' },
  { pattern: '/mia-pagina/dati', of: 'nothing' },
];

/** Every address of the site. Whoever adds one says here whose it is. */
export const rules: Readonly<Record<string, Rule>> = {
  // For everybody
  '/': rule(everybody),
  '/accedi': rule(everybody),
  '/accedi/email': rule(everybody),
  // By the seal of their link, not by who is signed in.
  '/accedi/email/conferma': rule(everybody),
  '/accessibility': rule(everybody),
  '/agents/[id]': rule(everybody, 'agent'),
  // By the seal of their link, not by who is signed in.
  '/avvisi/disiscrizione': rule(everybody, 'nothing', { ok: 303 }),
  '/avvisi/fine': rule(everybody),
  '/confronta': rule(everybody),
  '/esci': rule(everybody),
  '/feedback': rule(everybody),
  '/institutions/[id]': rule(everybody, 'institution'),
  '/privacy': rule(everybody),
  '/records/[id]': rule(everybody, 'record'),
  '/records/[id]/tree': rule(everybody, 'record'),
  '/records/[id]/pagine': rule(everybody, 'reading'),
  '/records/[id]/pagine/[imageId]': rule(everybody, 'reading'),
  '/records/[id]/stampa': rule(everybody, 'record'),
  '/records/[id]/inventario.csv': rule(everybody, 'record'),
  // Of what is no document of the historical archive that anybody reads there are no bytes.
  '/records/[id]/anteprima': rule(everybody, 'reading'),
  '/records/[id]/contenuto': rule(everybody, 'reading'),
  '/saved': rule(everybody),
  '/search': rule(everybody),
  '/search/advanced': rule(everybody),
  '/search/advanced/compose': rule(everybody, 'nothing', { ok: 303 }),
  '/servizi': rule(everybody),
  '/servizi/tabella': rule(everybody),
  '/servizi/[code]': rule(everybody, 'type'),
  // A form that says to sign in first; of what is one's own, see below.
  '/servizi/[code]/richiesta': rule(everybody, 'type', { missing: 200 }),
  '/api/openapi.json': rule(everybody),
  '/api/v1/agents/[id]': rule(everybody, 'agent'),
  '/api/v1/procedure-types': rule(everybody),
  '/api/v1/procedure-types/[code]': rule(everybody, 'type'),
  '/api/v1/procedure-types/[code]/versions/[version]': rule(everybody, 'type'),
  '/api/v1/records/[id]': rule(everybody, 'record'),
  '/api/v1/records/[id]/children': rule(everybody, 'record'),
  '/api/v1/schemas/procedure-type': rule(everybody),
  '/api/v1/search': rule(everybody),
  // Which format is to be said.
  '/api/v1/search/export': rule(everybody, 'nothing', { ok: 400 }),
  '/api/v1/suggest': rule(everybody),
  '/api/v1/titolario': rule(everybody),
  '/data/[name]': rule(everybody, 'recordData'),
  '/data/catalog.ttl': rule(everybody),
  // Until the worker has made the first one it is not there.
  '/data/dump.nq.gz': rule(everybody, 'nothing', { ok: [200, 404], missing: 200 }),
  '/data/servizi/[name]': rule(everybody, 'typeData'),
  '/data/void.ttl': rule(everybody),
  '/healthz': rule(everybody),
  '/iiif/collection/[name]': rule(everybody, 'nothing', { ok: 404, missing: 404 }),
  '/iiif/discovery/[name]': rule(everybody, 'nothing', { ok: 404, missing: 404 }),
  // The unit that is tried has no images.
  '/iiif/presentation/[id]/canvas/[image]': rule(everybody, 'nothing', { ok: 404, missing: 404 }),
  '/iiif/presentation/[id]/manifest.json': rule(everybody, 'nothing', { ok: 404, missing: 404 }),
  '/iiif/presentation/[id]/range/[range]': rule(everybody, 'nothing', { ok: 404, missing: 404 }),
  '/iiif/presentation/[id]/text/[name]': rule(everybody, 'nothing', { ok: 404, missing: 404 }),
  '/iiif/search/[id]': rule(everybody, 'nothing', { ok: 404, missing: 404 }),
  '/id/[id]': rule(everybody, 'record', { ok: 303 }),
  '/metrics': rule(everybody),
  '/oai': rule(everybody),
  '/readyz': rule(everybody),
  '/robots.txt': rule(everybody),
  '/sitemap.xml': rule(everybody),
  '/sitemaps/[name]': rule(everybody, 'sitemap'),
  '/api/[...unknown]': rule(each(people, 404), 'upload'),
  // Ways in and out: what next-auth is not asked for is not there.
  '/api/auth/[...action]': rule(each(people, 404), 'upload'),

  // A citizen's own
  '/mia-pagina': rule(ofCitizens),
  '/mia-pagina/accessi': rule(ofCitizens),
  '/mia-pagina/avvisi': rule(ofCitizens),
  '/mia-pagina/contatti': rule(ofCitizens),
  '/mia-pagina/dati': rule(ofCitizens),
  '/mia-pagina/dati/copia.json': rule(file(citizens)),
  '/mia-pagina/dati/copia.zip': rule(file(citizens)),
  '/mia-pagina/deleghe': rule(ofCitizens),
  // The demonstration has no deed on paper: none is there for anybody.
  '/mia-pagina/deleghe/[code]/prova': rule(file([]), 'upload'),
  '/mia-pagina/deleghe/nuova': rule(ofCitizens),
  '/mia-pagina/deleghe/su-carta': rule(ofCitizens),
  '/mia-pagina/messaggi': rule(ofCitizens),
  '/mia-pagina/preferenze': rule(ofCitizens),
  '/mia-pagina/preferenze/conferma': rule(ofCitizens),
  '/mia-pagina/profilo': rule(ofCitizens),
  '/mia-pagina/pratiche': rule(ofCitizens),
  '/mia-pagina/pratiche/elenco.csv': rule(file(citizens)),
  '/mia-pagina/pratiche/[id]': rule(ofCitizens, 'case'),
  '/mia-pagina/pratiche/[id]/ricevute/[record]': rule(ofCitizens, 'document', { ok: [200, 404] }),
  '/mia-pagina/pratiche/[id]/termine': rule(ofCitizens, 'case'),
  '/mia-pagina/pratiche/[id]/scadenza.ics': rule(file(citizens), 'case'),
  '/mia-pagina/pratiche/[id]/documenti/[record]': rule(ofCitizens, 'document'),
  '/mia-pagina/pratiche/[id]/documenti/[record]/anteprima': rule(file(everyoneIn), 'document', { ok: [200, 404] }),
  '/mia-pagina/pratiche/[id]/documenti/[record]/contenuto': rule(file(everyoneIn), 'document'),
  // What waits for no payment leads to its own page.
  '/mia-pagina/pagamenti/[id]': rule(ofCitizens, 'payment'),
  '/mia-pagina/pagamenti/[id]/vai': rule(ofCitizens, 'payment', { ok: [200, 307] }),
  // Who is no citizen is told to sign in as one, whatever the address.
  '/servizi/[code]/richiesta/[id]': rule({ ...each(people, 200), ...each(citizens, 'in') }, 'case'),
  // A draft is its owner's: another's is not there, as one that never was; who is no citizen is told to sign in as one.
  '/servizi/[code]/richiesta/bozza/[draft]': rule(ofDraft, 'type'),
  '/servizi/[code]/richiesta/bozza/[draft]/[passo]': rule(ofDraft, 'type'),
  '/servizi/[code]/richiesta/bozza/[draft]/elimina': rule({ ...ofCitizens, ...each(citizens, 404) }, 'type'),
  '/servizi/[code]/richiesta/bozza/[draft]/salva': rule(everybody, 'upload'),
  // Nobody of the demonstration has a permit; the page says so of any address.
  '/records/[id]/lettura': rule(everybody, 'reading', { missing: 200 }),
  '/records/[id]/lettura/[document]': rule(everybody, 'reading'),

  // The offices
  '/ufficio': rule(ofStaff),
  '/ufficio/nuova': rule(ofStaff),
  '/ufficio/nuova/[code]': rule(ofStaff, 'type', { missing: 200 }),
  '/ufficio/pratiche/[id]': rule(ofStaff, 'case'),
  '/ufficio/pratiche/[id]/ricevuta': rule(ofStaff, 'case'),
  '/ufficio/pratiche/[id]/termine': rule(ofStaff, 'case'),
  '/ufficio/pratiche/[id]/fascicolo': rule(ofStaff, 'case'),
  '/ufficio/pratiche/[id]/fascicolo.zip': rule(file(everyoneIn), 'case'),
  '/ufficio/pratiche/[id]/fascicolo.ead.xml': rule(file(everyoneIn), 'case'),
  '/ufficio/pratiche/[id]/documenti/[record]': rule(ofStaff, 'document'),
  '/ufficio/pratiche/[id]/documenti/[record]/anteprima': rule(file(everyoneIn), 'document', { ok: [200, 404] }),
  '/ufficio/pratiche/[id]/documenti/[record]/contenuto': rule(file(everyoneIn), 'document'),
  '/ufficio/pratiche/[id]/documenti/[record]/versioni': rule(ofStaff, 'document'),
  '/ufficio/pratiche/[id]/documenti/[record]/versioni/[numero]': rule(file(staff), 'document'),
  '/ufficio/consegne': rule(ofStaff),
  '/ufficio/deleghe': rule(ofStaff),
  '/ufficio/deleghe/[code]/prova': rule(file([]), 'upload'),
  '/ufficio/messaggi': rule(ofStaff),
  '/ufficio/versamenti': rule(ofStaff),
  '/ufficio/versamenti/[id]': rule(ofStaff, 'ownDeposit', { missing: 200 }),

  // The protocol register
  '/protocollo': rule(ofRegister),
  '/protocollo/nuova': rule(ofRegister),
  '/protocollo/emergenza': rule(ofRegister),
  '/protocollo/giornalieri': rule(ofRegister),
  '/protocollo/messaggi': rule(ofRegister),
  '/protocollo/[anno]/[numero]': rule(ofRegister, 'registration'),
  '/protocollo/[anno]/[numero]/segnatura': rule(file(['archivista', 'sportello']), 'registration'),
  '/protocollo/[anno]/[numero]/documenti/[record]': rule(file(['archivista', 'sportello']), 'registration'),
  '/protocollo/giornalieri/[giorno]': rule(file(['archivista', 'sportello']), 'registerDay'),
  '/protocollo/messaggi/[id]/eml': rule(file(['archivista', 'sportello']), 'message'),

  // The front office. Without a contact pages say to begin one, and show nothing of the person.
  '/sportello': rule(ofCounter),
  '/sportello/persone/nuova': rule(ofCounter),
  '/sportello/persone/[id]': rule(ofCounter, 'person'),
  '/sportello/persone/[id]/nuova': rule(ofCounter, 'person'),
  '/sportello/persone/[id]/nuova/[code]': rule(ofCounter, 'person'),
  '/sportello/persone/[id]/pratiche/[pratica]': rule(ofCounter, 'personCase'),
  '/sportello/persone/[id]/pratiche/[pratica]/ricevuta': rule(ofCounter, 'personCase'),
  '/sportello/persone/[id]/pratiche/[pratica]/ricevute/[record]': rule(ofCounter, 'personCase'),

  // The archive
  '/archivio': rule(ofArchive),
  '/archivio/blocchi': rule(ofArchive),
  '/archivio/conservazione': rule(ofArchive),
  '/archivio/conservazione/[id]/rapporto': rule(file(['archivista']), 'delivery'),
  '/archivio/consultabilita': rule(ofArchive),
  '/archivio/deposito': rule(ofArchive),
  '/archivio/deposito/[id]': rule(ofArchive, 'deposit', { missing: 200 }),
  '/archivio/europeana': rule(ofArchive),
  '/archivio/europeana/diritti': rule(ofArchive),
  '/archivio/fascicoli': rule(ofArchive),
  '/archivio/fascicoli/nuovo': rule(ofArchive),
  '/archivio/fascicoli/[id]': rule(ofArchive, 'fascicolo'),
  '/archivio/fascicoli/[id]/documenti/[record]': rule(ofArchive, 'fascicolo'),
  '/archivio/fascicoli/[id]/documenti/[record]/anteprima': rule(file(['archivista']), 'fascicolo', { ok: [200, 404] }),
  '/archivio/fascicoli/[id]/documenti/[record]/contenuto': rule(file(['archivista']), 'fascicolo'),
  '/archivio/fascicoli/[id]/documenti/[record]/versioni': rule(ofArchive, 'fascicolo'),
  '/archivio/fascicoli/[id]/documenti/[record]/versioni/[numero]': rule(file(['archivista']), 'fascicolo'),
  '/archivio/permessi': rule(ofArchive),
  '/archivio/repertori': rule(ofArchive),
  '/archivio/repertori/[code]': rule(ofArchive, 'repertorio'),
  '/archivio/repertori/[code]/atti/[record]': rule(ofArchive, 'repertorio'),
  '/archivio/repertori/[code]/atti/[record]/anteprima': rule(file(['archivista']), 'repertorio', { ok: [200, 404] }),
  '/archivio/repertori/[code]/atti/[record]/contenuto': rule(file(['archivista']), 'repertorio'),
  '/archivio/scarto': rule(ofArchive),
  '/archivio/scarto/[id]': rule(ofArchive, 'disposal', { missing: 200 }),
  '/archivio/scarto/[id]/elenco.csv': rule(file(['archivista']), 'disposal'),
  '/archivio/storica': rule(ofArchive),
  '/archivio/termini': rule(ofArchive),
  '/archivio/titolario': rule(ofArchive),

  // Types of procedure
  '/direzione/procedimenti': rule(ofTypes),
  '/direzione/procedimenti/calendario': rule(ofTypes),
  '/direzione/procedimenti/[code]/[version]': rule(ofTypes, 'type', { missing: 200 }),
  // What is published has no fields to change: one is led to it.
  '/direzione/procedimenti/[code]/[version]/campi': rule(ofTypes, 'type', { ok: 307, missing: 200 }),
  '/direzione/procedimenti/[code]/[version]/pubblica': rule(ofTypes, 'type', { missing: 200 }),
  '/direzione/procedimenti/[code]/[version]/yaml': rule({ ...ofTypes, ...each(citizens, 403) }, 'type'),

  // By session, without a page
  '/api/v1/documents/[id]/metadata': rule(signedIn, 'documentById'),
  // The front office is responsible for no fascicolo.
  '/api/v1/fascicoli': rule({ ...each(people, 404), ...each(staff, 'in'), sportello: 404 }),
  '/api/v1/fascicoli/[id]': rule({ ...each(people, 404), ...each(staff, 'in'), sportello: 404 }, 'fascicoloOfOffice'),

  // By key
  // By which reference is to be said.
  '/api/v1/procedures': rule(ofKeys, 'nothing', { ok: 400 }),
  '/api/v1/procedures/[id]': rule(ofKeys, 'case'),
  '/api/v1/procedures/[id]/deadline': rule(ofKeys, 'case'),
  '/api/v1/procedures/[id]/documents': rule(ofKeys, 'case'),
  '/api/v1/procedures/[id]/documents/[document]/versions': rule(ofKeys, 'case'),
  '/api/v1/uploads': rule(ofKeys),
  '/api/v1/uploads/[id]': rule(ofKeys, 'upload'),
  '/api/v1/webhooks': rule(ofKeys),
  '/api/v1/webhooks/[id]': rule(ofKeys, 'upload'),
};
