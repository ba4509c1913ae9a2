import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { todayInSweden } from '../ui/period.js';
import { Select } from '../ui/select.js';
import { DateField, TextField, TimeField } from '../ui/text-field.js';
import { meetingKinds, saveSeries, type Group, type NewSeries } from './meeting-api.js';
import { rhythmNames, rhythmOf, weekdays, type RhythmName } from './rhythm.js';
import { meetingTexts } from './texts.js';

interface SeriesDialogProps {
  code: string;
  group: Group;
  onClose: () => void;
}

interface Draft {
  name: string;
  kind: NewSeries['kind'];
  rhythm: RhythmName;
  weekday: string;
  month: string;
  startsAt: string;
  minutes: string;
  place: string;
  firstOn: string;
}

/** How often a group meets. Most are made in one go: weekly, on a Tuesday, at half past eight. */
export function SeriesDialog({ code, group, onClose }: SeriesDialogProps) {
  const t = useTexts(meetingTexts);
  const client = useQueryClient();
  const [draft, setDraft] = useState<Draft>(() => ({
    name: group.name,
    kind: 'weekly-est',
    rhythm: 'week',
    weekday: '2',
    month: '1',
    startsAt: '08:30',
    minutes: '60',
    place: '',
    firstOn: todayInSweden(new Date()),
  }));
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const save = useMutation({
    mutationFn: (body: NewSeries) => saveSeries(code, body),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['meetings', code] });
      onClose();
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    const { rhythm, weekday, month, minutes, place, ...rest } = draft;
    save.mutate({ ...rest, groupId: group.id, rhythm: rhythmOf(rhythm, Number(weekday), Number(month)), minutes: Number(minutes), place: place.trim() === '' ? null : place, lastOn: null }); // prettier-ignore
  };
  return (
    <Dialog open onClose={onClose} title={t('newSeriesOf', { group: group.name })}>
      <form className="stack" noValidate onSubmit={send}>
        <TextField label={t('seriesName')} value={draft.name} maxLength={120} onChange={({ target }) => change({ name: target.value })} />
        <Select label={t('kind')} placeholder={null} value={draft.kind} choices={meetingKinds.map((value) => ({ value, label: t(`kind-${value}`) }))} onChange={({ target }) => change({ kind: target.value as Draft['kind'] })} />
        <div className="field-pair">
          <Select label={t('rhythm')} placeholder={null} value={draft.rhythm} choices={rhythmNames.map((value) => ({ value, label: t(`rhythm_${value}`) }))} onChange={({ target }) => change({ rhythm: target.value as RhythmName })} />
          <Select label={t('weekday')} placeholder={null} value={draft.weekday} choices={weekdays.map((value) => ({ value, label: t(`weekday_${value}`) }))} onChange={({ target }) => change({ weekday: target.value })} />
        </div>
        {draft.rhythm === 'year' && <Select label={t('month')} placeholder={null} value={draft.month} choices={months.map((value) => ({ value, label: t(`month_${value}`) }))} onChange={({ target }) => change({ month: target.value })} />}
        <div className="field-pair">
          <TimeField label={t('startsAt')} value={draft.startsAt} onChange={({ target }) => change({ startsAt: target.value })} />
          <Select label={t('length')} placeholder={null} value={draft.minutes} choices={lengths.map((value) => ({ value, label: t('minutes', { count: Number(value) }) }))} onChange={({ target }) => change({ minutes: target.value })} />
        </div>
        <TextField label={t('place')} optional value={draft.place} maxLength={120} onChange={({ target }) => change({ place: target.value })} />
        <DateField label={t('firstOn')} value={draft.firstOn} onChange={({ target }) => change({ firstOn: target.value })} />
        <p className="small muted">{t('holidays')}</p>
        <ErrorNotice error={save.error} />
        <div>
          <Button type="submit" look="primary" busy={save.isPending}>{t('makeSeries')}</Button>
        </div>
      </form>
    </Dialog>
  ); // prettier-ignore
}

const months = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'] as const;

/** Minutes that meetings usually take. */
export const lengths = ['30', '45', '60', '90', '120', '180'] as const;
