export { GET } from '../../../../../../ufficio/pratiche/[id]/documenti/[record]/contenuto/route.ts';
