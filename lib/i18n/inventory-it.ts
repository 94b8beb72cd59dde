/** Words of finding aids that are taken away, in Italian. */
export const inventoryIt = {
  'inventory.title': 'L’inventario',
  'inventory.print': 'Stampa o PDF',
  'inventory.csv': 'CSV (foglio di calcolo)',
  'inventory.ead3': 'EAD3 (XML)',
  'inventory.pageTitle': '{title} – inventario',
  'inventory.bar': 'Inventario',
  'inventory.back': 'Torna alla scheda',
  'inventory.hint': 'Per la carta o il PDF: il comando di stampa del browser.',
  'inventory.kind': 'Inventario',
  'inventory.made': 'Stampato il {day} da',
  'inventory.contents': 'Sommario',
  'inventory.introduction': 'Introduzione',
  'inventory.closed': 'Documenti non consultabili.',
  'inventory.closedUntil': 'Documenti consultabili dal {day}.',
  'inventory.tooLarge':
    'Questo inventario ha più di {most} unità: troppe per una pagina da stampare. Si può avere tutto come tabella o come file EAD3, oppure stampare una sua serie alla volta.',
};
