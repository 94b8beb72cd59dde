export { GET } from '../../../../../../ufficio/pratiche/[id]/documenti/[record]/anteprima/route.ts';
