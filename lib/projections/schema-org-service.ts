import type { Fee } from '#lib/procedures/types/fees.ts';
import type { ProcedureType } from '#lib/procedures/types/procedure-type.ts';
import type { TextLanguage } from '#lib/procedures/types/text.ts';
import type { UnitNames } from '#lib/procedures/types/units.ts';

/** A type of procedure as schema.org's GovernmentService. */
export function toSchemaOrgService(
  type: ProcedureType,
  units: UnitNames,
  language: TextLanguage,
  base: string,
): Record<string, unknown> {
  const url = `${base}/servizi/${type.code}`;
  const office = (code: string) => ({
    '@type': 'GovernmentOrganization',
    name: units.get(code)?.[language] ?? code,
  });
  const time = processingTime(type);
  const offers = 'fees' in type ? type.fees.flatMap((fee) => toOffer(fee, language)) : [];
  return {
    '@context': 'https://schema.org',
    '@type': 'GovernmentService',
    '@id': url,
    url,
    name: type.title[language],
    description: type.summary[language],
    identifier: type.code,
    inLanguage: language,
    provider: office(type.unit),
    serviceOperator: office(type.decidingOffice),
    availableChannel: {
      '@type': 'ServiceChannel',
      serviceUrl: url,
      ...(time ? { processingTime: time } : {}),
    },
    ...(offers.length > 0 ? { offers } : {}),
  };
}

/** ISO 8601; working days have no duration of their own. */
function processingTime(type: ProcedureType): string | null {
  const term = 'term' in type ? type.term : type.family === 'declaration' ? type.verification : null;
  return term?.unit === 'calendar' ? `P${term.days}D` : null;
}

/** Only what has a price: what depends on the case is told by the page. */
function toOffer({ amount, label }: Fee, language: TextLanguage): Record<string, unknown>[] {
  if (amount.kind !== 'fixed') return [];
  return [{ '@type': 'Offer', name: label[language], price: amount.euro, priceCurrency: 'EUR' }];
}
