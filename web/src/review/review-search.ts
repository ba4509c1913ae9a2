export const shelves = ['att-granska', 'fragade', 'godkanda', 'avfardade'] as const;
export type Shelf = (typeof shelves)[number];
export const reviewSources = ['personal', 'polis'] as const;
export type ReviewSource = (typeof reviewSources)[number];

/** The view of the inbox, as it stands in the address. */
export interface ReviewSearch {
  /** Left out: what is to be reviewed. */
  visa?: Shelf;
  kalla?: ReviewSource;
  kategori?: string;
  omrade?: string;
  /** Id of the report that is looked at. */
  valt?: string;
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const isUuid = (value: unknown): value is string => typeof value === 'string' && uuid.test(value);

/** Reads the address; what is not of our form is left out. */
export function reviewSearch(search: Record<string, unknown>): ReviewSearch {
  const { visa, kalla, kategori, omrade, valt } = search;
  const shelf = shelves.find((one) => one === visa && one !== 'att-granska');
  const source = reviewSources.find((one) => one === kalla);
  return {
    ...(shelf === undefined ? {} : { visa: shelf }),
    ...(source === undefined ? {} : { kalla: source }),
    ...(typeof kategori === 'string' && /^[\wÅÄÖ-]{1,20}$/i.test(kategori) ? { kategori } : {}),
    ...(isUuid(omrade) ? { omrade } : {}),
    ...(isUuid(valt) ? { valt } : {}),
  };
}

/** Another address: each key of `change` is set, or left out when it is undefined. */
export function changedSearch(
  now: ReviewSearch,
  change: Partial<Record<keyof ReviewSearch, string | undefined>>,
): ReviewSearch {
  return reviewSearch({ ...now, ...change });
}

const statuses: Record<Shelf, string> = {
  'att-granska': 'received',
  fragade: 'asked',
  godkanda: 'accepted,merged',
  avfardade: 'dismissed',
};

/** The filter of an address as the API takes it. */
export function filterOf({ visa, kalla, kategori, omrade }: ReviewSearch): Record<string, string> {
  return {
    status: statuses[visa ?? 'att-granska'],
    ...(kalla === undefined ? {} : { source: kalla === 'polis' ? 'police' : 'report' }),
    ...(kategori === undefined ? {} : { category: kategori }),
    ...(omrade === undefined ? {} : { area: omrade }),
  };
}
