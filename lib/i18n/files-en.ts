import type { filesIt } from './files-it.ts';

/** Words about files that are sent. */
export const filesEn: Record<keyof typeof filesIt, string> = {
  'file.missing': 'Choose the document to add',
  'file.unnamed': 'without a name',
  'file.contradicted':
    '"{name}": the name ends in .{extension}, but what it holds is {format}: check that it is the right one',
  'file.empty': '"{name}" is empty: choose it again',
  'file.tooLong': '"{name}" is over 500 MB: make it smaller or split it',
  'file.noSpace':
    '"{name}" cannot be kept: the server has no more room. Try again later; if it happens again, tell who runs the site.',
  'file.cut': '"{name}" did not arrive whole: send it again',
  'file.wrongFormat': '"{name}" is of no accepted format ({formats}), whatever its name says',
  'files.limit': 'Up to 500 MB each, 1 GB together',
  'files.tooLong': '"{name}" is over 500 MB: make it smaller or split it. Nothing was sent.',
  'files.together': 'The documents chosen exceed 1 GB together: send fewer at a time. Nothing was sent.',
  'files.sent': '{sent} of {total} sent',
  'files.lost': 'The sending broke off: the connection was lost. Nothing is gone: send again.',
  'files.forged': 'This form is not the one that the site showed: reload the page and start again',
  'fascicolo.addedSome': 'Added to the file: {names}. The others were not, for this reason:',
};
