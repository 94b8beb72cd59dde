import { serveUploads } from './upload-server.ts';

// A server of its own, that a test ends in the middle of a piece.
await serveUploads(Number(process.argv[2]));
process.stdout.write('ready\n');
