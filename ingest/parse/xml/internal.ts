import type { XmlElement } from './element.ts';

export function isInternal(element: XmlElement): boolean {
  return element.attributes['audience']?.trim() === 'internal';
}

/** An element without what is `audience="internal"` below it, save what readers take with its audience, and what was taken out, in its order. */
export function withoutInternal(
  element: XmlElement,
  isRead: (name: string) => boolean = () => false,
): { shown: XmlElement; hidden: XmlElement[] } {
  const hidden: XmlElement[] = [];
  const content: XmlElement['content'] = [];
  for (const part of element.content) {
    if (typeof part === 'string') content.push(part);
    else if (isInternal(part) && isRead(part.name)) content.push(part);
    else if (isInternal(part)) hidden.push(part);
    else {
      const inner = withoutInternal(part, isRead);
      content.push(inner.shown);
      hidden.push(...inner.hidden);
    }
  }
  return hidden.length === 0 ? { shown: element, hidden } : { shown: { ...element, content }, hidden };
}

/**
 * The content of an element whose children are read each with its audience: what is internal further down is put beside the child it was in,
 * in an internal one of the same name, so that readers meet `audience` on children only.
 */
export function internalApart(parent: XmlElement, isRead: (name: string) => boolean): XmlElement {
  const content = parent.content.flatMap((part): XmlElement['content'] => {
    if (typeof part === 'string' || isInternal(part)) return [part];
    if (isRead(part.name)) return [internalApart(part, isRead)];
    const { shown, hidden } = withoutInternal(part);
    if (hidden.length === 0) return [part];
    return [shown, { ...part, attributes: { ...part.attributes, audience: 'internal' }, content: hidden }];
  });
  return { ...parent, content };
}
