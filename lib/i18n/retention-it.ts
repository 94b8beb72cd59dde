/** Words of how long closed files are kept, in Italian. */
export const retentionIt = {
  'retention.line': 'Voce del piano di conservazione',
  'retention.lineHelp': 'Dice per quanto si conserva il fascicolo. Scegli quella che ne descrive il contenuto.',
  'retention.lineNone': 'Nessuna di queste',
  'retention.lineNoneHelp': 'Il piano non ne parla: scrivi sotto perché si decide dopo.',
  'retention.startsOn': 'Giorno da cui decorrono gli anni',
  'retention.startsOnHelp':
    'Solo se la voce lo chiede: il giorno in cui finisce il rapporto, scade il provvedimento o il contratto.',
  'retention.postpone': 'Perché si decide dopo',
  'retention.postponeHelp':
    'Solo se il piano non basta o il giorno non è ancora noto: il fascicolo resta nell’elenco dei termini da stabilire.',
  'retention.reopen': 'Riapri il fascicolo',
  'retention.reopenHelp':
    'Torna corrente e all’ufficio: ciò che era stabilito della sua conservazione non vale più, e si ricalcola quando si chiude di nuovo.',
  'retention.title': 'Conservazione',
  'retention.say.decisionExpiry': 'Indica quando scade il provvedimento',
  'retention.say.relationEnd': 'Indica quando finisce il rapporto',
  'retention.say.mainCaseClosed': 'Indica la pratica principale',
  'retention.fact.decisionExpiry': 'Giorno in cui il provvedimento scade',
  'retention.fact.relationEnd': 'Giorno in cui il rapporto finisce',
  'retention.main': 'Segnatura della pratica principale',
  'retention.mainHelp': 'Per esempio 2026-VI/3.12. Se non è ancora chiusa, si calcola quando lo sarà.',
  'retention.factSave': 'Calcola la conservazione',
  'retention.factHelp': {
    one: 'Si conserva per {count} anno da quel giorno.',
    other: 'Si conserva per {count} anni da quel giorno.',
  },
  'retention.select': 'Stabilisci la conservazione a mano',
  'retention.selectSave': 'Stabilisci',
  'retention.selectHelp':
    'È la selezione dell’archivista: vale più di ogni calcolo, e nessun fatto successivo la sposta.',
  'retention.disposition': 'Che cosa ne sarà',
  'retention.keep': 'Si conserva per sempre',
  'retention.keepHelp': 'Dopo quarant’anni si propone per la sezione storica.',
  'retention.destroy': 'Si può scartare',
  'retention.destroyHelp': 'Dopo il giorno qui sotto, e solo con l’autorizzazione della Soprintendenza.',
  'retention.until': 'Si conserva fino al',
  'retention.untilHelp': 'Serve solo per lo scarto. Il fascicolo è stato chiuso il {day}.',
  'retention.missing': 'Termini di conservazione da stabilire',
  'retention.missingLead':
    'Fascicoli chiusi di cui non si sa ancora fino a quando si conservano: di alcuni si attende un giorno, di altri decide l’archivista.',
  'retention.missingNone': 'Di ogni fascicolo chiuso si sa fino a quando si conserva.',
  'retention.waits.decisionExpiry': 'attende la scadenza del provvedimento',
  'retention.waits.relationEnd': 'attende la fine del rapporto',
  'retention.waits.mainCaseClosed': 'attende la chiusura della pratica principale',
  'retention.waits.day': 'attende il giorno da cui decorrono gli anni',
  'retention.waits.selection': 'da valutare: decide l’archivista',
  'retention.filterAll': 'tutti',
  'retention.filterFact': 'attendono un giorno',
  'retention.filterSelection': 'da valutare',
  'retention.filters': 'Quali',
  'retention.wait': { one: '{count} fascicolo in attesa', other: '{count} fascicoli in attesa' },
  'retention.many': 'più di {count} fascicoli in attesa',
  'retention.part': 'Si conserva quanto il fascicolo di cui fa parte.',
  'retention.preservation.underWay':
    'In viaggio verso il sistema di conservazione: non si distrugge prima che abbia risposto.',
  'retention.preservation.refused':
    'Il sistema di conservazione ha rifiutato il versamento: presso il conservatore non c’è una copia.',
  'retention.preservation.accepted':
    'Già in conservazione: eseguito lo scarto, l’elenco autorizzato va anche al conservatore, che distrugge la sua copia.',
};
