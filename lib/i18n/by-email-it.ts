/** Chi non ha SPID o CIE: accesso con l'e-mail, identità vista allo sportello. */
export const byEmailIt = {
  'persona.studiosa': 'Studiosa straniera',
  'persona.studiosa.about':
    'Hannah Lindqvist, storica di Uppsala: non ha SPID né codice fiscale, entra con la sola e-mail.',
  'byEmail.title': 'Senza SPID o CIE',
  'byEmail.way':
    'Se vieni da un altro Paese o non hai un’identità digitale, puoi entrare con il tuo indirizzo e-mail per chiedere di consultare o riprodurre documenti dell’archivio e seguire le tue richieste.',
  'byEmail.wayButton': 'Entra con l’e-mail',
  'byEmail.notOffered':
    'Senza SPID, CIE o eIDAS su questo sito ora non si entra: manca il servizio che spedisce i messaggi. Puoi scrivere all’Archivio o venire allo sportello.',
  'byEmail.askTitle': 'Entra con l’e-mail',
  'byEmail.askLead':
    'Scrivi il tuo indirizzo: ti mandiamo un collegamento per entrare. Non servono password, codice fiscale né residenza in Italia.',
  'byEmail.address': 'Il tuo indirizzo e-mail',
  'byEmail.addressWrong': 'Scrivi un indirizzo e-mail intero, come nome@esempio.org',
  'byEmail.send': 'Mandami il collegamento',
  'byEmail.sent': 'Guarda la tua posta',
  'byEmail.sentText':
    'Se l’indirizzo che hai scritto è giusto, entro qualche minuto arriva un messaggio di «ELI4U · Comune di Padova» con il collegamento per entrare. Vale mezz’ora e una volta sola.',
  'byEmail.sentHelp':
    'Non arriva? Guarda fra la posta indesiderata, controlla l’indirizzo e riprova fra qualche minuto. Per lo stesso indirizzo mandiamo pochi messaggi all’ora.',
  'byEmail.again': 'Scrivi di nuovo l’indirizzo',
  'byEmail.tooMany': 'Da questa connessione sono arrivate troppe richieste: aspetta qualche minuto e riprova.',
  'byEmail.what': 'Che cosa puoi fare così',
  'byEmail.may1': 'Chiedere di consultare o riprodurre unità dell’archivio, e di leggere quelle riservate.',
  'byEmail.may2': 'Seguire le tue richieste, scrivere all’ufficio, rispondere, ricevere avvisi.',
  'byEmail.may3': 'Tutto il resto si fa con SPID, CIE o eIDAS, oppure allo sportello con un documento.',
  'byEmail.desk':
    'Alla prima visita l’Archivio vede un tuo documento d’identità: fino ad allora non consegna riproduzioni e non fa leggere documenti riservati.',
  'byEmail.confirmTitle': 'Entra',
  'byEmail.confirmAs': 'Stai per entrare come {email}.',
  'byEmail.name': 'Nome e cognome, come sul tuo documento',
  'byEmail.nameHelp': 'È la prima volta che entri con questo indirizzo. L’Archivio confronta il nome con il documento.',
  'byEmail.enter': 'Entra',
  'byEmail.already': 'Ora hai fatto l’accesso come {name}: entrando qui cambi persona.',
  'byEmail.over': 'Questo collegamento non vale più',
  'byEmail.overText':
    'È già stato usato, è passata mezz’ora, o non è intero. Chiedine uno nuovo: arriva subito. Se l’hai aperto in un altro browser, entra lì.',
  'byEmail.askAgain': 'Chiedi un nuovo collegamento',
  'signIn.linkOver': 'Il collegamento che hai usato non vale più: chiedine uno nuovo con «Entra con l’e-mail».',
  'signIn.linkName':
    'Per entrare la prima volta scrivi nome e cognome: apri di nuovo il collegamento che ti abbiamo mandato.',
  'byEmail.signInFirst':
    'Accedi con SPID, CIE o l’identità digitale del tuo Paese (eIDAS). Se non ne hai, per chiedere all’Archivio basta il tuo indirizzo e-mail.',
  'byEmail.noTaxCodeHelp': 'Chi viene da un altro Paese e non ne ha uno lo lascia vuoto, e mostra un documento.',
  'byEmail.documentWanted': 'Senza codice fiscale serve un documento, mostrato o in copia: indicalo qui',
  'byEmail.privacy':
    'Di chi entra con la sola e-mail teniamo il nome e l’indirizzo; del collegamento che mandiamo solo un’impronta, per due giorni; del documento mostrato allo sportello il tipo, il Paese e la scadenza, mai il numero né una copia. Gli avvisi di Mia Pagina si cancellano dopo {months} mesi.',
  'byEmail.wanted': 'Per questo serve un’identità digitale',
  'byEmail.wantedDo': 'Accedi con la tua identità digitale',
  'byEmail.bar': 'Sei qui con la sola e-mail.',
  'byEmail.barMore': 'Che cosa si può fare',
  'identification.digitalIdentity': 'SPID o CIE',
  'identification.eidas': 'identità digitale di un altro Paese (eIDAS)',
  'identification.verifiedEmail': 'indirizzo e-mail verificato, identità da vedere',
  'own.knownByEmail': 'Indirizzo e-mail verificato, {at}. L’identità la vede l’Archivio alla prima visita.',
  'identity.title': 'Identità di chi chiede',
  'identity.wanted':
    'Da vedere: ha chiesto con la sola e-mail. Prima di consegnare riproduzioni o far leggere documenti riservati guarda un documento.',
  'identity.seen': 'Vista il {day}: {document}, {country}, valido fino al {expires}.',
  'identity.seenBefore': 'Vista il {day}, un altro anno: va vista di nuovo.',
  'identity.note': 'Ho visto un documento',
  'identity.noteNow': 'Annota',
  'identity.document': 'Documento',
  'identity.documentHelp': 'Il numero non si scrive.',
  'identity.country': 'Paese che l’ha rilasciato',
  'identity.countryHelp': 'Due lettere: SE, FR, US…',
  'identity.expires': 'Valido fino al',
  'identity.compare': 'Il nome',
  'identity.nameSame': 'Il nome sul documento è quello della richiesta: {name}',
  'identity.nameWanted': 'Conferma di aver confrontato il nome',
  'identity.documentWanted': 'Scegli il documento che hai visto',
  'identity.countryWrong': 'Scrivi le due lettere di un Paese che esiste',
  'identity.expiresWrong': 'Scrivi fino a quando vale, un giorno da oggi in poi: un documento scaduto non basta',
  'identity.document.passport': 'passaporto',
  'identity.document.identityCard': 'carta d’identità',
  'identity.document.residencePermit': 'permesso di soggiorno',
  'identity.document.drivingLicence': 'patente di guida',
  'identity.mine': 'La tua identità',
  'identity.mineWanted':
    'L’identità si vede alla tua prima visita: porta un passaporto o una carta d’identità valida. Fino ad allora non possiamo consegnarti riproduzioni né farti leggere documenti riservati.',
  'identity.mineSeen': 'L’Archivio ha visto il tuo documento il {day}: vale fino alla fine dell’anno.',
  'identity.permitWaits': 'Hai un permesso di lettura. Potrai leggere quando l’Archivio avrà visto il tuo documento.',
  'done.identity': 'Annotato: l’identità è stata vista.',
  'mute.title': 'Avvisi di questa pratica',
  'mute.on': 'Ricevi gli avvisi di questa pratica come hai scelto nelle preferenze.',
  'mute.off':
    'Di questa pratica ti avvisiamo solo qui, su Mia Pagina. Quello che aspetta te e le decisioni ti arrivano lo stesso.',
  'mute.stop': 'Avvisami solo qui',
  'mute.start': 'Torna ad avvisarmi',
  'notices.kept':
    'Gli avvisi restano qui per {months} mesi, poi li cancelliamo; le pratiche e gli atti notificati restano secondo le loro regole.',
} as const;
