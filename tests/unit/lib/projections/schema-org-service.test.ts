import { expect, it } from 'vitest';
import { toSchemaOrgService } from '#lib/projections/schema-org-service.ts';
import { demoType, demoUnits } from '#tests/builders/procedure-types.ts';

const service = (code: string) => toSchemaOrgService(demoType(code), demoUnits(), 'it', 'https://example.org');

it('a type is a GovernmentService of its office', () =>
  expect(service('occupazione-suolo-48-ore')).toMatchObject({
    '@type': 'GovernmentService',
    '@id': 'https://example.org/servizi/occupazione-suolo-48-ore',
    name: 'Occupazione di suolo pubblico fino a 48 ore',
    provider: { '@type': 'GovernmentOrganization', name: expect.any(String) },
    availableChannel: { processingTime: 'P30D' },
    offers: [{ price: 32, priceCurrency: 'EUR' }],
  }));

it('has no offer and no time where there is none to tell', () => {
  expect(service('cambio-residenza')).not.toHaveProperty('offers');
  expect(service('iscrizione-nido').availableChannel).not.toHaveProperty('processingTime');
});
