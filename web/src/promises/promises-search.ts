/** What stands in the address of the promises page. */
export interface PromisesSearch {
  /** A new promise is being written. */
  nytt?: true;
  /** It answers to this hot spot. */
  hotspot?: string;
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads the address: what is not of our form is left out. A hot spot means that a promise is being written for it. */
export function promisesSearch(search: Record<string, unknown>): PromisesSearch {
  const { nytt, hotspot } = search;
  if (typeof hotspot === 'string' && uuid.test(hotspot)) return { nytt: true, hotspot };
  return nytt === true || nytt === 'true' || nytt === 1 ? { nytt: true } : {};
}
