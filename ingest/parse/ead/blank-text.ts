/** Elements that hold elements only: white space within them says nothing. */
const structure = new Set(
  (
    'did dsc controlaccess relations relation dateset daterange unitdatestructured physdescstructured descgrp daogrp daoset ' +
    'langmaterial languageset'
  ).split(' '),
);

/** Whether a text is only there to indent the file. */
export function isIndentation(text: string, parent: string, isUnit: boolean): boolean {
  return (isUnit || structure.has(parent)) && text.length < 10_000 && text.trim() === '';
}
