import type { inventoryIt } from './inventory-it.ts';

/** Words of finding aids that are taken away, in English. */
export const inventoryEn: Record<keyof typeof inventoryIt, string> = {
  'inventory.title': 'The finding aid',
  'inventory.print': 'Print or PDF',
  'inventory.csv': 'CSV (spreadsheet)',
  'inventory.ead3': 'EAD3 (XML)',
  'inventory.pageTitle': '{title} – finding aid',
  'inventory.bar': 'Finding aid',
  'inventory.back': 'Back to the record',
  'inventory.hint': 'For paper or PDF: the print command of your browser.',
  'inventory.kind': 'Finding aid',
  'inventory.made': 'Printed on {day} from',
  'inventory.contents': 'Contents',
  'inventory.introduction': 'Introduction',
  'inventory.closed': 'Documents not open to readers.',
  'inventory.closedUntil': 'Documents open to readers from {day}.',
  'inventory.tooLarge':
    'This finding aid has more than {most} units: too many for one page to print. All of it is to be had as a table or as EAD3, or you can print one of its series at a time.',
};
