import type { Text } from '#lib/procedures/types/text.ts';
import { toMarkup } from '#lib/records/markup-text.ts';
import type { OwnData } from '#lib/records/own-data.ts';

const words = {
  title: { it: 'I miei dati', en: 'My data' },
  made: { it: 'Copia del', en: 'Copy of' },
  lead: {
    it: 'Questi sono i dati che ti riguardano e che il titolare tratta nella piattaforma (Regolamento (UE) 2016/679, artt. 15 e 20). Gli stessi dati, per un programma, sono in «dati.json». I documenti si scaricano dalla pagina di ogni pratica.',
    en: 'These are the data about you that the controller processes on the platform (Regulation (EU) 2016/679, arts. 15 and 20). The same data, for a program, are in “dati.json”. Documents are downloaded from the page of each case.',
  },
  controller: { it: 'Titolare', en: 'Controller' },
  identity: { it: 'Chi sei', en: 'Who you are' },
  name: { it: 'Nome', en: 'Name' },
  taxCode: { it: 'Codice fiscale', en: 'Tax code' },
  foreign: { it: 'Identificativo estero', en: 'Foreign identifier' },
  contacts: { it: 'Recapiti', en: 'Contacts' },
  language: { it: 'Lingua', en: 'Language' },
  changes: { it: 'Come sono cambiati i recapiti', en: 'How contacts changed' },
  consents: { it: 'Consensi', en: 'Consents' },
  cases: { it: 'Pratiche', en: 'Cases' },
  messages: { it: 'Messaggi', en: 'Messages' },
  payments: { it: 'Pagamenti', en: 'Payments' },
  office: { it: 'ufficio', en: 'office' },
  party: { it: 'parte', en: 'party' },
  drafts: { it: 'Bozze', en: 'Drafts' },
  delegations: { it: 'Deleghe', en: 'Delegations' },
  born: { it: 'Nascita e cittadinanza', en: 'Birth and citizenship' },
  officeContacts: { it: 'Contatti con gli uffici', en: 'Contacts with the offices' },
  looks: { it: 'Chi ha visto i tuoi dati', en: 'Who looked at your data' },
  nothing: { it: 'Niente.', en: 'Nothing.' },
} satisfies Record<string, Text>;

/** One's data as a page to be read and printed, a part at a time; it loads nothing and runs nothing. */
export async function* ownDataHtml(data: OwnData, lang: keyof Text): AsyncGenerator<string> {
  const say = (key: keyof typeof words) => words[key][lang];
  const { identity, contacts, consents } = data;
  yield `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${say('title')}: ${toMarkup(identity.name)}</title>
<style>body{font:1rem/1.5 sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem}table{border-collapse:collapse;width:100%}td,th{border-top:1px solid #999;padding:.3rem .6rem .3rem 0;text-align:left;vertical-align:top}article{border-top:2px solid #333;margin-top:1rem}</style>
</head><body><h1>${say('title')}</h1><p>${say('made')} ${toMarkup(data.madeAt)} · ${say('controller')}: ${toMarkup(data.controller)}</p><p>${say('lead')}</p>
`;
  yield section(say('identity'), [
    [say('name'), identity.name],
    [say('taxCode'), identity.taxCode],
    [say('foreign'), identity.foreignIdentifier],
    [say('born'), identity.birth && [identity.birth.on, identity.birth.at, identity.birth.citizenship].join(', ')],
    [say('language'), data.language],
  ]);
  yield section(say('contacts'), Object.entries(contacts));
  yield section(
    say('consents'),
    consents.map(({ purpose, givenAt, withdrawnAt }) => [purpose, `${givenAt} – ${withdrawnAt ?? ''}`]),
  );
  yield* list(say('cases'), say('nothing'), data.cases(), (one) => {
    const documents = one.documents.map(
      ({ title, format, protocol, url }) =>
        `<li><a href="${toMarkup(url)}">${toMarkup(title)}</a> (${toMarkup([format, protocol].filter(Boolean).join(', '))})</li>`,
    );
    const written = one.messages.map(({ at, from, text }) => `<li>${toMarkup(`${at} · ${say(from)}: ${text}`)}</li>`);
    const messages = written.length > 0 ? `<h4>${say('messages')}</h4><ul>${written.join('')}</ul>` : '';
    const paid = one.payments.map(
      ({ fee, amount, state, noticeNumber, paidOn }) =>
        `<li>${toMarkup([fee, amount, state, noticeNumber, paidOn].filter(Boolean).join(' · '))}</li>`,
    );
    const payments = paid.length > 0 ? `<h4>${say('payments')}</h4><ul>${paid.join('')}</ul>` : '';
    const facts = [one.protocol, one.filedOn, one.state, one.outcome, one.concludedOn, one.office, one.role];
    return `<article><h3><a href="${toMarkup(one.url)}">${toMarkup(one.title)}</a></h3><p>${toMarkup(facts.filter(Boolean).join(' · '))}</p><ul>${documents.join('')}</ul>${payments}${messages}</article>`;
  });
  yield* list(say('drafts'), say('nothing'), data.drafts(), ({ type, savedAt, keptUntil, answers, files }) => {
    const typed = Object.entries(answers).map(
      ([name, values]) => `<li>${toMarkup(`${name}: ${values.join('; ')}`)}</li>`,
    );
    const kept = files.map(({ name, format }) => `<li>${toMarkup([name, format].filter(Boolean).join(', '))}</li>`);
    return `<article><h3>${toMarkup(type)}</h3><p>${toMarkup(`${savedAt} – ${keptUntil}`)}</p><ul>${[...typed, ...kept].join('')}</ul></article>`;
  });
  yield* list(
    say('delegations'),
    say('nothing'),
    data.delegations(),
    ({ side, with: other, power, scope, from, until, state }) => line([side, other, power, scope, from, until, state]),
  );
  yield* list(say('changes'), say('nothing'), data.contactChanges(), ({ at, changes }) =>
    line([at, ...changes.map(({ field, before, after }) => `${field}: ${before ?? '–'} → ${after ?? '–'}`)]),
  );
  yield* list(
    say('officeContacts'),
    say('nothing'),
    data.officeContacts(),
    ({ at, channel, asker, asked, need, service, answered, outcome, rating, identified, cases }) =>
      line([at, channel, asker, asked, need, service, answered, outcome, rating, identified, ...cases]),
  );
  yield* list(say('looks'), say('nothing'), data.looks(), ({ at, what, case: title, document, by, why }) =>
    line([at, what, title, document, by, why]),
  );
  yield '</body></html>\n';
}

const line = (cells: readonly (string | null)[]): string => `<p>${toMarkup(cells.filter(Boolean).join(' · '))}</p>`;

const section = (title: string, rows: readonly (readonly [string, string | null])[]): string =>
  `<h2>${title}</h2><table>${rows
    .filter(([, value]) => value)
    .map(([name, value]) => `<tr><th scope="row">${toMarkup(name)}</th><td>${toMarkup(value ?? '')}</td></tr>`)
    .join('')}</table>\n`;

async function* list<T>(
  title: string,
  nothing: string,
  items: AsyncIterable<T>,
  write: (item: T) => string,
): AsyncGenerator<string> {
  yield `<h2>${title}</h2>\n`;
  let none = true;
  for await (const item of items) {
    none = false;
    yield `${write(item)}\n`;
  }
  if (none) yield `<p>${nothing}</p>\n`;
}
