import { reason } from '../reason.ts';
import { type Doing, onlyWhile, refuse } from './doing.ts';

export const addDocument: Doing<'addDocument'> = {
  bars: (standing) => onlyWhile(standing, 'running', 'concluded'),
  done: ({ context: { type } }, { record, document }) => {
    const known = 'documents' in type && type.documents.some(({ code }) => code === document);
    return document === null || known
      ? [{ kind: 'documentAdded', record, document }]
      : refuse(
          reason(
            'noSuchDocument',
            `«${document}» non è fra i documenti di questo procedimento`,
            `"${document}" is not among the documents of this procedure`,
          ),
        );
  },
};

export const addReference: Doing<'addReference'> = {
  bars: () => [],
  done: ({ procedure }, { scheme, value }) =>
    procedure.filing.externalReferences.some((one) => one.scheme === scheme && one.value === value)
      ? refuse(reason('alreadyKnown', 'questo riferimento c’è già', 'this reference is there already'))
      : [{ kind: 'referenceAdded', scheme, value }],
};

export const writeNote: Doing<'writeNote'> = {
  bars: () => [],
  done: (_standing, { text }) => [{ kind: 'noteWritten', text }],
};
