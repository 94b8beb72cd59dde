/** Words of ICAR that say which kind of description a note belongs to, not what the note is. */
export const kindsOfDescription = new Set([
  'ComplessoArchivistico',
  'UnitaArchivistica',
  'UnitaDocumentaria',
  'UnitaDocumentale',
  'Progetto',
]);

/** Type words of ICAR-IMPORT that don't read as Italian once they are taken apart: for want of prepositions, accents, or of sense. */
const table = `
AccessoDisabili Accesso per persone con disabilità
AccessoOriginaliAnalogici Accesso agli originali analogici
AcronimoDiSistema Acronimo del sistema
AcronimoEnte Acronimo
AcronimoProfilo Acronimo
AcronimoProgetto Acronimo
AltraDenominazioneEnte Altra denominazione
AltraDenominazioneFamiglia Altra denominazione
AltraDenominazionePersona Altra denominazione
AltreInfo Altre informazioni
AltroAcronimoEnte Altro acronimo
AltroId Altro identificativo
AmbitiEContenuto Ambiti e contenuto
AnnoEdizione Anno di edizione
AutoritaEmittente Autorità emittente
BidSBN BID SBN
CodiceClassificazione Codice di classificazione
CognomePersona Cognome
CondizioniAccesso Condizioni di accesso
ConsistenzaTotale Consistenza
CoperturaSpazialeMateriale Copertura spaziale del materiale
CoperturaTemporaleMateriale Copertura temporale del materiale
CriteriOrdinamento Criteri di ordinamento
CriteriRiproduzioneMateriale Criteri di riproduzione del materiale
CriteriSelezioneMateriale Criteri di selezione del materiale
DataCompilazione Data di compilazione
DataInserimento Data di inserimento
DataPubblicazione Data di pubblicazione
DataRipresa Data della ripresa
DenominazionePrincipaleEnte Denominazione
DenominazionePrincipaleFamiglia Denominazione
DescrizioneContenuto Descrizione del contenuto
DescrizioneContesto Descrizione del contesto
DescrizioneSigillo Descrizione del sigillo
DetentoreDiritti Detentore dei diritti
FinalitaProgetto Finalità del progetto
FormatoImmaginiOnline Formato delle immagini in rete
FormatoRiproduzione Formato della riproduzione
GestioneColore Gestione del colore
IdPrecedente Identificativo precedente
IdentificativoSoggetto Identificativo del soggetto
IdentificativoToponimo Identificativo del toponimo
IndiceClassificazione Indice di classificazione
IntegrazioneDenominazione Integrazione della denominazione
IntegrazioneTitolo Integrazione del titolo
LinguaDescrizione Lingua della descrizione
LinguaDocumentazione Lingua della documentazione
LinkFonteArchivistica Fonte archivistica
LinkFonteNormativa Fonte normativa
LinkRiferimentoBibliografico Riferimento bibliografico
LinkRiferimentoWeb Riferimento web
Lineare Scala
LuogoEdizione Luogo di edizione
LuogoEvento Luogo dell’evento
LuogoPubblicazione Luogo di pubblicazione
ModalitaAcquisizione Modalità di acquisizione
ModalitaConsultazione Modalità di consultazione
ModalitaRedazione Modalità di redazione
ModoApposizione Modo di apposizione
MotivoAttribuzione Motivo dell’attribuzione
NomePersona Nome
NotaArchivisticoCodicologica Nota archivistico-codicologica
NotaArchivisticoDiplomatica Nota archivistico-diplomatica
NotaTitoloCorrelato Nota sul titolo correlato
NoteCondizioniAccesso Note sulle condizioni di accesso
NoteCondizioniUtilizzo Note sulle condizioni di utilizzo
NoteIndirizzo Note sull’indirizzo
NoteLavoro Note di lavoro
NoteProgetto Note sul progetto
NoteRelazione Note sulla relazione
NoteStoricoRedazionali Note storico-redazionali
NumEdizione Numero di edizione
NumOrdinamentoDefinitivo Numero di ordinamento definitivo
NumOrdinamentoProvvisorio Numero di ordinamento provvisorio
NumeroAtto Numero dell’atto
NumeroSequenza Numero di sequenza
NumeroTavola Numero della tavola
ObiettiviProgetto Obiettivi del progetto
PeriodizzazioneOTipologia Periodizzazione o tipologia
PoliticheGestioneAcquisizione Politiche di gestione e acquisizione
PresenzaSigillo Presenza del sigillo
ProcedureScarto Procedure di scarto
ProgettoDigitalizzazione Progetto di digitalizzazione
QualificaData Qualifica della data
RestauroOAltriInterventi Restauro o altri interventi
SIA SIA
SIAS SIAS
SiglaCitazione Sigla per la citazione
SoprannomePersona Soprannome
StadioDocumento Stadio del documento
StandardAdottati Standard adottati
StatoAvanzamento Stato di avanzamento
StatoRedazione Stato di redazione
StatusScheda Stato della scheda
StrumentazioneRipresa Strumentazione di ripresa
TipoAzione Tipo di azione
TipoEvento Tipo di evento
TipoIntervento Tipo di intervento
TipoSupporto Tipo di supporto
TipologiaProgetto Tipologia del progetto
TitoloAtto Titolo dell’atto
TitoloContributo Titolo del contributo
TitoloFamiglia Titolo nobiliare
TitoloLibroOrRivista Titolo del libro o della rivista
TitoloPersona Titolo
TrascrizioneEdizione Trascrizione o edizione
VoceIndice Voce dell’indice
`;

/** Labels by type word. */
export const icarLabels = new Map(
  table
    .trim()
    .split('\n')
    .map((line): [string, string] => {
      const at = line.indexOf(' ');
      return [line.slice(0, at), line.slice(at + 1)];
    }),
);
