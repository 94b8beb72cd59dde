import { fault } from './fault.ts';

type Bindings = Record<string, string>;

const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';
const outermost: Bindings = { '': '', xml: xmlNamespace };

/** What an element or attribute name means where it stands. */
export class NamespaceScope {
  private readonly stack: Bindings[] = [];
  private current: Bindings = outermost;

  /** Enters an element: its namespace, local name, and attributes by local name (one without a prefix wins). */
  enter(
    name: string,
    given: Record<string, string>,
    line: number,
  ): { namespace: string; local: string; attributes: Record<string, string> } {
    this.stack.push(this.current);
    let prefixed = false;
    for (const key in given) {
      if (key.charCodeAt(0) === 120 && key.startsWith('xmlns') && (key.length === 5 || key[5] === ':')) {
        if (this.current === this.stack[this.stack.length - 1]) this.current = { ...this.current };
        this.current[key.slice(6)] = given[key] ?? '';
        prefixed = true;
      } else if (key.includes(':')) prefixed = true;
    }
    const attributes = prefixed ? this.localAttributes(given, line) : given;
    const colon = name.indexOf(':');
    if (colon < 0) return { namespace: this.current[''] ?? '', local: name, attributes };
    return { namespace: this.resolve(name.slice(0, colon), line), local: name.slice(colon + 1), attributes };
  }

  leave(): void {
    this.current = this.stack.pop() ?? outermost;
  }

  private localAttributes(given: Record<string, string>, line: number): Record<string, string> {
    const attributes: Record<string, string> = {};
    for (const key in given) {
      const colon = key.indexOf(':');
      if (key.startsWith('xmlns') && (colon === 5 || key.length === 5)) continue;
      const value = given[key] ?? '';
      if (colon < 0) attributes[key] = value;
      else {
        this.resolve(key.slice(0, colon), line);
        const local = key.slice(colon + 1);
        if (given[local] === undefined) attributes[local] = value;
      }
    }
    return attributes;
  }

  private resolve(prefix: string, line: number): string {
    const namespace = Object.hasOwn(this.current, prefix) ? this.current[prefix] : undefined;
    if (namespace === undefined || namespace === '') {
      throw fault('malformed', `not well-formed XML: the prefix ${prefix} is bound to no namespace`, {
        line,
        found: `${prefix}:`,
      });
    }
    return namespace;
  }
}
