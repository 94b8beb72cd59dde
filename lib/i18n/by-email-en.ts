import type { byEmailIt } from './by-email-it.ts';

/** People without SPID or CIE: signing in by e-mail, identity seen at the desk. */
export const byEmailEn: Record<keyof typeof byEmailIt, string> = {
  'persona.studiosa': 'Foreign scholar',
  'persona.studiosa.about':
    'Hannah Lindqvist, a historian from Uppsala: she has no SPID and no Italian tax code, and comes in by e-mail alone.',
  'byEmail.title': 'Without SPID or CIE',
  'byEmail.way':
    'If you come from another country or have no digital identity, you can come in with your e-mail address to ask to consult or reproduce documents of the archive and to follow your requests.',
  'byEmail.wayButton': 'Come in by e-mail',
  'byEmail.notOffered':
    'Without SPID, CIE or eIDAS nobody can come in on this site now: the service that sends messages is missing. You can write to the Archive or come to the counter.',
  'byEmail.askTitle': 'Come in by e-mail',
  'byEmail.askLead':
    'Write your address: we send you a link by which you come in. You need no password, no Italian tax code and no residence in Italy.',
  'byEmail.address': 'Your e-mail address',
  'byEmail.addressWrong': 'Write a whole e-mail address, such as name@example.org',
  'byEmail.send': 'Send me the link',
  'byEmail.sent': 'Look at your mail',
  'byEmail.sentText':
    'If the address that you wrote is right, within a few minutes a message from “ELI4U · Comune di Padova” brings the link by which you come in. It is good for half an hour, and once only.',
  'byEmail.sentHelp':
    'It does not come? Look among unwanted mail, check the address and try again in a few minutes. We send few messages an hour to the same address.',
  'byEmail.again': 'Write the address again',
  'byEmail.tooMany': 'Too many requests came from this connection: wait a few minutes and try again.',
  'byEmail.what': 'What you can do this way',
  'byEmail.may1': 'Ask to consult or reproduce units of the archive, and to read those that are reserved.',
  'byEmail.may2': 'Follow your requests, write to the office, answer, receive notices.',
  'byEmail.may3': 'Everything else is done with SPID, CIE or eIDAS, or at the counter with a document.',
  'byEmail.desk':
    'On your first visit the Archive sees an identity document of yours: until then it hands over no reproductions and lets nobody read reserved documents.',
  'byEmail.confirmTitle': 'Come in',
  'byEmail.confirmAs': 'You are about to come in as {email}.',
  'byEmail.name': 'Name and surname, as on your document',
  'byEmail.nameHelp':
    'It is the first time that you come in with this address. The Archive compares the name with the document.',
  'byEmail.enter': 'Come in',
  'byEmail.already': 'You are signed in as {name} now: coming in here you change to another person.',
  'byEmail.over': 'This link is no longer good',
  'byEmail.overText':
    'It has been used, half an hour has passed, or it is not whole. Ask for a new one: it comes at once. If you opened it in another browser, come in there.',
  'byEmail.askAgain': 'Ask for a new link',
  'signIn.linkOver': 'The link that you used is no longer good: ask for a new one by “Come in by e-mail”.',
  'signIn.linkName': 'To come in the first time, write your name and surname: open the link that we sent you again.',
  'byEmail.signInFirst':
    'Sign in with SPID, CIE or the digital identity of your country (eIDAS). If you have none, your e-mail address is enough to ask the Archive.',
  'byEmail.noTaxCodeHelp': 'Who comes from another country and has none leaves it empty, and shows a document.',
  'byEmail.documentWanted': 'Without a tax code a document is needed, shown or as a copy: say so here',
  'byEmail.privacy':
    'Of whoever comes in by e-mail alone we keep the name and the address; of the link that we send only a fingerprint, for two days; of the document shown at the desk its kind, country and last day, never its number nor a copy. Notices of My page are deleted after {months} months.',
  'byEmail.wanted': 'This needs a digital identity',
  'byEmail.wantedDo': 'Sign in with your digital identity',
  'byEmail.bar': 'You are here by e-mail alone.',
  'byEmail.barMore': 'What can be done',
  'identification.digitalIdentity': 'SPID or CIE',
  'identification.eidas': 'digital identity of another country (eIDAS)',
  'identification.verifiedEmail': 'verified e-mail address, identity to be seen',
  'own.knownByEmail': 'Verified e-mail address, {at}. The Archive sees who you are on your first visit.',
  'identity.title': 'Identity of the applicant',
  'identity.wanted':
    'To be seen: they asked by e-mail alone. Look at a document before reproductions are handed over or reserved documents are read.',
  'identity.seen': 'Seen on {day}: {document}, {country}, valid until {expires}.',
  'identity.seenBefore': 'Seen on {day}, in another year: to be seen again.',
  'identity.note': 'I have seen a document',
  'identity.noteNow': 'Note it',
  'identity.document': 'Document',
  'identity.documentHelp': 'Its number is not written down.',
  'identity.country': 'Country that issued it',
  'identity.countryHelp': 'Two letters: SE, FR, US…',
  'identity.expires': 'Valid until',
  'identity.compare': 'The name',
  'identity.nameSame': 'The name on the document is that of the request: {name}',
  'identity.nameWanted': 'Confirm that you have compared the name',
  'identity.documentWanted': 'Choose the document that you have seen',
  'identity.countryWrong': 'Write the two letters of a country that exists',
  'identity.expiresWrong': 'Write until when it is valid, a day from today on: an expired document is not enough',
  'identity.document.passport': 'passport',
  'identity.document.identityCard': 'identity card',
  'identity.document.residencePermit': 'residence permit',
  'identity.document.drivingLicence': 'driving licence',
  'identity.mine': 'Your identity',
  'identity.mineWanted':
    'Your identity is to be checked at your first visit: bring a valid passport or identity card. Until then we cannot hand you reproductions or let you read reserved documents.',
  'identity.mineSeen': 'The Archive saw your document on {day}: that is good until the end of the year.',
  'identity.permitWaits': 'You have a permit to read. You can read once the Archive has seen your document.',
  'done.identity': 'Noted: the identity has been seen.',
  'mute.title': 'Notices of this case',
  'mute.on': 'You receive notices of this case as you chose in your preferences.',
  'mute.off':
    'Of this case we tell you only here, on My page. What waits for you and decisions reach you all the same.',
  'mute.stop': 'Tell me only here',
  'mute.start': 'Tell me again',
  'notices.kept':
    'Notices stay here for {months} months, then we delete them; cases and acts that were served are kept by rules of their own.',
};
