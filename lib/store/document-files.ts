export { keepDocument } from './documents/keep.ts';
export { keepsDocument, readDocument } from './documents/read.ts';
export { documentPath, type KeptDocument } from './documents/storage-key.ts';
