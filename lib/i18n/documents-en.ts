/** Words of documents: their control for viruses and their versions, in English. */
export const documentsEn = {
  'scanner.none':
    'No virus scanner is connected: documents are taken without a check. The administrator sets CLAMAV_SOCKET.',
  'scanner.away':
    'The virus scanner does not answer: the message was not registered and waits. Try again in a few minutes.',
  'scanner.clean': 'no virus ({engine}, {day})',
  'scanner.infected': 'carries a virus: {said} ({engine}, {day})',
  'scanner.notChecked': 'not checked: too large for the virus scanner',
  'scanner.never': 'not checked for viruses',
  'versions.title': 'Versions',
  'versions.number': 'Version {number}',
  'versions.current': 'current',
  'versions.link': 'version {number} and earlier ones',
  'versions.linkFirst': 'versions',
  'versions.new': 'Put a new version',
  'versions.file': 'File',
  'versions.fileHelp': 'The current version stays readable here, with who put it and when.',
  'versions.reason': 'Why a new version',
  'versions.reasonHelp': 'Whoever looks at the versions reads it: scanned again, for example, or amount corrected.',
  'versions.put': 'Put the version',
  'versions.done': 'The new version is the current one.',
  'versions.refused': 'The version was not taken',
  'versions.system': 'Another system',
  'versions.somebody': 'Who filed the case',
} as const;
