/**
 * A text that somebody sent, without what no database, page or archive could hold: control characters (but tabs and ends of lines) and halves of
 * characters. Nobody types them: they come with what is pasted, or from a program.
 */
export const plainText = (text: string): string =>
  // eslint-disable-next-line no-control-regex -- they are what is taken out
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, '').toWellFormed();
