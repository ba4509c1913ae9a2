/** What stands in the address of the annual wheel. */
export interface CalendarSearch {
  /** The year that is shown; the running one when left out. */
  ar?: number;
  /** Only what this organisation owns. */
  agare?: string;
  /** Only this kind. */
  slag?: string;
  /** One time, by its activity and the day on which the rule puts it. */
  tillfalle?: string;
  /** An activity that is written or changed. */
  aktivitet?: string;
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const time = /^[0-9a-f-]{36}:\d{4}-\d{2}-\d{2}$/;
const kinds = ['activity', 'communication', 'risk-weekend', 'arrangement', 'school-break', 'national-day'];

/** Reads the address: what is not of our form is left out. */
export function calendarSearch(search: Record<string, unknown>): CalendarSearch {
  const { ar, agare, slag, tillfalle, aktivitet } = search;
  const year = Number(ar);
  return {
    ...(Number.isInteger(year) && year >= 1990 && year <= 2100 ? { ar: year } : {}),
    ...(typeof agare === 'string' && uuid.test(agare) ? { agare } : {}),
    ...(typeof slag === 'string' && kinds.includes(slag) ? { slag } : {}),
    ...(typeof tillfalle === 'string' && time.test(tillfalle) ? { tillfalle } : {}),
    ...(typeof aktivitet === 'string' && (aktivitet === 'ny' || uuid.test(aktivitet) || /^forslag-[a-z-]+$/.test(aktivitet)) ? { aktivitet } : {}),
  }; // prettier-ignore
}
