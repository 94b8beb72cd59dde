import type { Draft } from '#ingest/draft.ts';
import type { Envelope } from '#ingest/parse/envelope.ts';
import { attribute, elements, first, textOf, within, type XmlElement } from '#ingest/parse/xml/element.ts';
import { safeHref } from '#ingest/parse/xml/safe-html.ts';
import { emptyInstitution, institutionDrafts, telling } from './institution.ts';

/** SCONS 2: the custodian as the Italian archival system (SAN) and ICCD describe it. */
export function mapConservator(root: XmlElement, envelope: Envelope): Draft[] {
  const description = emptyInstitution();
  const places = within(root, 'localizzazione');
  const seat = places.find((place) => attribute(place, 'principale') === 'S') ?? places[0];
  const address = first(seat, 'indirizzo');
  description.address = addressOf(address);
  description.place = attribute(address, 'comune');
  description.country = attribute(address, 'paese');
  const contacts = (...types: string[]) =>
    within(root, 'contatto')
      .filter((contact) => types.includes(attribute(contact, 'tipo') ?? ''))
      .map(textOf);
  description.telephone = telling(contacts('telefono'));
  description.email = telling(contacts('mail', 'email', 'pec'));
  const links = within(root, 'relazione').map((relation) => attribute(relation, 'href') ?? '');
  description.website = telling([...contacts('sitoweb'), ...links].map((link) => safeHref(link) ?? ''));
  description.openingHours = telling(within(root, 'orario').map(textOf));
  description.accessConditions = telling(within(root, 'accesso').map(textOf));
  description.history = telling(elements(root, 'descrizione').map(textOf));
  description.services = within(root, 'servizio')
    .map((service) => ({ label: attribute(service, 'tipo', 'label') ?? 'servizio', text: textOf(service) }))
    .filter(({ text }) => text !== '');
  const ids = first(root, 'identificativi');
  const codes = ids
    ? elements(ids).filter(({ name }) => name === 'identificativo' || name === 'altroidentificativo')
    : [];
  const [code = '', ...otherCodes] = telling(
    codes.flatMap((id) => (id.name === 'identificativo' ? [attribute(id, 'href') ?? '', textOf(id)] : [textOf(id)])),
  );
  const [name = '', ...otherNames] = telling(
    [...elements(root, 'denominazione'), ...within(root, 'altradenominazione')].map(textOf),
  );
  return institutionDrafts(root, envelope, { code, otherCodes, name, otherNames, description });
}

function addressOf(address: XmlElement | undefined): string | null {
  const given = (...names: string[]) =>
    names
      .map((name) => attribute(address, name))
      .filter(Boolean)
      .join(' ');
  const province = attribute(address, 'provincia');
  const town = [given('cap', 'comune'), province && `(${province})`].filter(Boolean).join(' ');
  return telling([given('denominazioneStradale', 'numeroCivico') || textOf(address), town]).join(', ') || null;
}
