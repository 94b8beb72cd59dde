/** `c`, `c01` … `c12`; an `archdesc` within another is a unit of it like a component. */
export function isComponent(name: string): boolean {
  if (name === 'c') return true;
  return name.charCodeAt(0) === 99 /* c */ && name.length === 3 && /^c(0[1-9]|1[0-2])$/.test(name);
}
