import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Dialog } from '../ui/dialog.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Select } from '../ui/select.js';
import { type ReportSource, setTrust, sourcesQuery } from './review-api.js';
import type { Words } from './use-words.js';

const trusts = ['no', 'together', 'at-once'] as const;

interface SourcesDialogProps {
  code: string;
  onClose: () => void;
  words: Words;
}

/** Whose reports are reviewed one by one, accepted together, or accepted when they come. Each choice takes effect at once. */
export function SourcesDialog({ code, onClose, words: { t } }: SourcesDialogProps) {
  const client = useQueryClient();
  const { data, error } = useQuery(sourcesQuery(code));
  const save = useMutation({
    mutationFn: ({ id, trust }: { id: string; trust: ReportSource['trust'] }) => setTrust(code, id, trust),
    onSettled: () => client.invalidateQueries({ queryKey: ['reviews', code] }),
  });
  const names = { no: t('trustNo'), together: t('trustTogether'), 'at-once': t('trustAtOnce') };
  return (
    <Dialog open onClose={onClose} title={t('sourcesTitle')}>
      <div className="stack">
        <p>{t('sourcesLead')}</p>
        <ErrorNotice error={error ?? save.error} />
        {(data ?? []).map((source) => (
          <Select
            key={source.organisationId}
            label={source.name}
            hint={source.waiting > 0 ? t('sourceWaiting', { count: source.waiting }) : undefined}
            placeholder={null}
            value={source.trust}
            choices={trusts.map((value) => ({ value, label: names[value] }))}
            onChange={({ target }) => {
              const trust = trusts.find((one) => one === target.value);
              if (trust !== undefined) save.mutate({ id: source.organisationId, trust });
            }}
          />
        ))}
      </div>
    </Dialog>
  );
}
