/** What stands in the address of the actions page. */
export interface ActionsSearch {
  /** `mina`: those of one's own organisation; `klara`: those that are done. Everything open when it is not there. */
  visa?: 'mina' | 'klara';
  /** Only those of this organisation. */
  aktor?: string;
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads the address: what is not of our form is left out. */
export function actionsSearch(search: Record<string, unknown>): ActionsSearch {
  const { visa, aktor } = search;
  return {
    ...(visa === 'mina' || visa === 'klara' ? { visa } : {}),
    ...(typeof aktor === 'string' && uuid.test(aktor) ? { aktor } : {}),
  };
}
