/** Words of the delivery to preservation, in English. */
export const preservationEn = {
  'preservation.title': 'Preservation',
  'preservation.lead':
    'Daily registers of the protocol and closed files are delivered to the preservation system (CAD, art. 44); its acceptance reports are kept here.',
  'preservation.none':
    'No preservation system is configured: packages wait. Who runs the site sets PRESERVATION_DIR or PRESERVATION_URL.',
  'preservation.states': 'State of deliveries',
  'preservation.state.refused': 'Refused',
  'preservation.state.waiting': 'Waiting',
  'preservation.state.sent': 'Sent',
  'preservation.state.accepted': 'Accepted',
  'preservation.refusals': {
    one: '{count} refused delivery to be made again',
    other: '{count} refused deliveries to be made again',
  },
  'preservation.empty': 'No delivery is in this state.',
  'preservation.dailyRegister': 'Daily register of {source}',
  'preservation.fascicolo': 'File {source}',
  'preservation.submission': 'Delivery no. {number}: {package}',
  'preservation.sentOn': 'sent on {day}',
  'preservation.endedOn': 'answered on {day}',
  'preservation.attempts': { one: '{count} attempt', other: '{count} attempts' },
  'preservation.said': 'What was answered: {said}',
  'preservation.report': 'Download the acceptance report',
  'preservation.again': 'Send again',
  'preservation.followed': 'Sent again',
};
