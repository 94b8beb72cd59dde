import { component, body } from '#ingest/demo/ead3/component.ts';
import { control } from '#ingest/demo/ead3/control.ts';
import { identify } from '#ingest/demo/ead3/identifiers.ts';
import type { Fonds } from '#ingest/demo/model.ts';
import { lay, wrap } from '#ingest/demo/xml.ts';

/** One fonds as an EAD3 document in the ICAR-IMPORT 2.0 profile, with the identifiers ELI4U reads. */
export function toEad3(fonds: Fonds): string {
  const context = identify(fonds);
  const children = fonds.children.map((child) => component(child, fonds, context)).join('');
  const description = body(fonds, undefined, context) + (children === '' ? '' : wrap('dsc', {}, children));
  return lay(
    wrap(
      'ead',
      { xmlns: 'http://ead3.archivists.org/schema/' },
      control(fonds),
      wrap('archdesc', { level: 'fonds' }, description),
    ),
  );
}
