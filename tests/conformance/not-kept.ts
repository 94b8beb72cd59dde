/** What of a source does not reach the drafts in its words: where it stands, and why. Each must be met in some real file. */
export const notKept: readonly (readonly [where: RegExp, reason: string, text?: RegExp])[] = [
  // EAD units
  [
    /\/(did|dsc|descgrp|controlaccess|physdesc|archdesc)\/head$/,
    'the title of a section that our pages have a title of their own for',
  ],
  [
    /\/(bioghist|custodhist|processinfo|accessrestrict|phystech|altformavail)\/head$/,
    'a heading over others that have their own, or over an empty paragraph',
    /^(Geschiedenis van|Verantwoording van|Openbaarheidsbeperkingen|Materiële beperkingen|Beschikbaarheid van kopieën)/,
  ],
  [/\/did\/repository(\/|$)/, 'who keeps it is said once of the source; the address is the institution’s'],
  [
    /\/langmaterial(\/languageset)?\/(language|script)$|\/languagedeclarations?(\/languagedeclaration)?\/script$/i,
    'kept as a code, of which every page makes a word; Latin script goes without saying',
  ],
  [
    /\/physdescstructured\/(unittype|quantity)$/,
    'written as Italian finding aids do, or said once where prose says it too',
  ],
  [/\/physdescstructured\/dimensions$/, 'height, width and depth are one line'],
  [
    /\/controlaccess\/(\w+\/)*(subject|geogname)\/part(\/ref\/|$)/,
    'ICAR writes the whole card of an index entry into the entry: its own codes, status and revisions stay there',
    /^(Bozza|Pubblicata|Prima redazione|Importazione|Completare definizione\.|Verificare formato intestazione\.|\d{7}|Alessandro \w+|[A-Z]+[_-][A-Z]+[_-]\d+|\d{4}\/\d\d\/\d\d)$/,
  ],
  [/\/geographiccoordinates$/i, 'numbers'],
  [/\/objectxmlwrap\//i, 'a description in another format within a link: the link’s own words count'],
  [/\/objectBinWrap$/, 'bytes'],
  // EAD header
  [/\/titlestmt\/titleproper(\/|$)/, 'one title is the source’s; others are for filing'],
  [/\/localcontrol\/term$/i, 'codes by which systems know and hide descriptions; the rest is a note'],
  [/\/localtypedeclaration\//i, 'declares codes, not the records'],
  [/\/maintenanceagency\/(agencycode|otheragencycode|agencyname)$/i, 'who keeps it is said once of the source'],
  [/\/eventdatetime$/i, 'the hour of a revision: the day is kept', /^\d{4}-\d\d-\d\dT/],
  [/^OAI-PMH\/|^icar-import\/header\//, 'what the transport says of itself'],
  [/\/eadheader\/filedesc$/, 'words where the standard allows none'],
  // EAC-CPF
  [
    /\/(maintenanceStatus|publicationStatus|agentType|eventType)$/,
    'closed lists: shown in Italian or of use to systems alone',
  ],
  [/\/(relationType|targetRole)$/, 'closed lists: the kind of the relation, or an Italian word'],
  [/\/nameEntry(Parallel)?\/(authorizedForm|alternativeForm|preferredForm)$/, 'codes of the rules that a form follows'],
  [
    /\/nameEntry\/part$/,
    'qualifiers of names that are no names: the first half says what kind of name it is',
    /^(Altra denominazione|Denominazione parallela - )/,
  ],
  [/\/useDates\//, 'when the authorised form, or a set of forms, was in use: there is no place for it yet'],
  [/\/languageUsed\/(language|script|writingSystem)$/, 'kept as a code'],
  [/\/localDescription\/term$/, 'ICAR’s word for "note" as the label of a note'],
  [
    /\/relations\/descriptiveNote\/|\/sources\/descriptiveNote\/|^eac\/control\/representation$/,
    'remarks of the standard’s own examples on all at once',
  ],
  [/^eac(-cpf)?\/control\/localControl\/date/, 'remarks of the standard’s own examples on all at once'],
  // EAG, SCONS
  [/^eag\/control\//, 'a guide’s own revisions and rules: an institution’s page has no such area'],
  [
    /^eag\/.*\/(geogarea|repositoryRole|lengthshelf|num|email|repositoryName)(\/|$)/,
    'places, roles and figures that no page shows',
  ],
  [/^scons\//, 'codes of thesauri, and who filled the form'],
];
