/** The finding aid of a fonds as a thing of its own, told from the fonds by its identifier. */
export const findingAidId = (rootId: string): string => `${rootId}-inventario`;
