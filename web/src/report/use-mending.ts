import { useNavigate } from '@tanstack/react-router';
import { useSession } from '../api/session.js';
import type { Entry } from '../outbox/entry.js';
import { DraftKeeper, emptyDraft, isBegun, type ReportDraft } from './report-draft.js';

/** Takes a refused report to the form from another page; what was being written there is put aside. */
export function useMending(code: string): (entry: Entry) => void {
  const account = useSession()?.account.id ?? '';
  const navigate = useNavigate();
  return (entry) => {
    const keeper = new DraftKeeper(localStorage, `${code}.${account}`);
    const begun = keeper.read(Date.now());
    if (begun !== null && isBegun(begun) && begun.id !== entry.id) keeper.write(begun, Date.now(), 'aside');
    keeper.write({ ...emptyDraft(entry.id), ...(entry.draft as ReportDraft), id: entry.id }, Date.now());
    void navigate({ to: '/$code/rapportera', params: { code } });
  };
}
