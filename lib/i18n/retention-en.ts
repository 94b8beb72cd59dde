/** Words of how long closed files are kept, in English. */
export const retentionEn = {
  'retention.line': 'Line of the conservation plan',
  'retention.lineHelp': 'It says how long the file is kept. Choose the one that describes what is in it.',
  'retention.lineNone': 'None of these',
  'retention.lineNoneHelp': 'The plan does not speak of it: say below why it is decided later.',
  'retention.startsOn': 'Day from which the years run',
  'retention.startsOnHelp':
    'Only where the line asks for it: the day on which the relation ends, or the decision or contract expires.',
  'retention.postpone': 'Why it is decided later',
  'retention.postponeHelp':
    'Only where the plan does not suffice or the day is not known yet: the file stays on the list of retentions to be set.',
  'retention.reopen': 'Open the file again',
  'retention.reopenHelp':
    'It is current and its office’s again: what was set of its retention is void, and is reckoned anew when it is closed.',
  'retention.title': 'Retention',
  'retention.say.decisionExpiry': 'Say when the decision expires',
  'retention.say.relationEnd': 'Say when the relation ends',
  'retention.say.mainCaseClosed': 'Name the main case',
  'retention.fact.decisionExpiry': 'Day on which the decision expires',
  'retention.fact.relationEnd': 'Day on which the relation ends',
  'retention.main': 'Code of the main case',
  'retention.mainHelp': 'For example 2026-VI/3.12. If it is not closed yet, it is reckoned once it is.',
  'retention.factSave': 'Reckon the retention',
  'retention.factHelp': {
    one: 'It is kept for {count} year from that day.',
    other: 'It is kept for {count} years from that day.',
  },
  'retention.select': 'Set the retention by hand',
  'retention.selectSave': 'Set',
  'retention.selectHelp':
    'This is the archivist’s selection: it outweighs every reckoning, and no later fact moves it.',
  'retention.disposition': 'What becomes of it',
  'retention.keep': 'It is kept for ever',
  'retention.keepHelp': 'After forty years it is proposed for the historical section.',
  'retention.destroy': 'It may be discarded',
  'retention.destroyHelp': 'After the day below, and only with a permit of the Soprintendenza.',
  'retention.until': 'Kept until',
  'retention.untilHelp': 'Needed only for discarding. The file was closed on {day}.',
  'retention.missing': 'Retentions to be set',
  'retention.missingLead':
    'Closed files of which it is not known yet until when they are kept: some wait for a day, of others the archivist decides.',
  'retention.missingNone': 'Of every closed file it is known until when it is kept.',
  'retention.waits.decisionExpiry': 'waits for the expiry of the decision',
  'retention.waits.relationEnd': 'waits for the end of the relation',
  'retention.waits.mainCaseClosed': 'waits for the closing of the main case',
  'retention.waits.day': 'waits for the day from which the years run',
  'retention.waits.selection': 'to be appraised: the archivist decides',
  'retention.filterAll': 'all',
  'retention.filterFact': 'wait for a day',
  'retention.filterSelection': 'to be appraised',
  'retention.filters': 'Which',
  'retention.wait': { one: '{count} file waiting', other: '{count} files waiting' },
  'retention.many': 'more than {count} files waiting',
  'retention.part': 'It is kept as long as the file it is part of.',
  'retention.preservation.underWay':
    'On its way to the preservation system: it is not destroyed before that has answered.',
  'retention.preservation.refused':
    'The preservation system refused the package: its keeper has no copy.',
  'retention.preservation.accepted':
    'In preservation already: once the scarto is done, the authorised list also goes to the keeper, who destroys its copy.',
};
