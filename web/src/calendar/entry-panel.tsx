import { useState } from 'react';
import { Button } from '../ui/button.js';
import { DescriptionList } from '../ui/description-list.js';
import { Dialog } from '../ui/dialog.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { StatusTag } from '../ui/status-tag.js';
import { DateField, TextArea } from '../ui/text-field.js';
import { showToast } from '../ui/toast.js';
import { useFormat } from '../ui/use-format.js';
import { type CalendarActivity, type CalendarEntry, type NewCalendarOccurrence, useSayOfTime } from './calendar-api.js';
import { calendarTexts } from './texts.js';

interface EntryPanelProps {
  code: string;
  entry: CalendarEntry | null;
  activity: CalendarActivity | null;
  mayWrite: boolean;
  onClose: () => void;
  onEdit: (id: string) => void;
}

type Saying = 'done' | 'move' | 'skip';

/** One time: when, who does what, and for those who may, to tick, move or skip it. */
export function EntryPanel({ code, entry, activity, mayWrite, onClose, onEdit }: EntryPanelProps) {
  const t = useTexts(calendarTexts);
  return (
    <Dialog open={entry !== null} onClose={onClose} title={entry?.title ?? ''} place="side">
      {entry !== null && (
        <div className="stack stack--wide">
          <Facts entry={entry} activity={activity} />
          {mayWrite && <Actions key={entry.id} code={code} entry={entry} onClose={onClose} />}
          {mayWrite && entry.activityId !== null && (
            <div>
              <Button icon="edit" onClick={() => onEdit(entry.activityId!)}>
                {t('edit')}
              </Button>
            </div>
          )}
        </div>
      )}
    </Dialog>
  );
}

function Facts({ entry, activity }: { entry: CalendarEntry; activity: CalendarActivity | null }) {
  const t = useTexts(calendarTexts);
  const f = useFormat();
  const { date, endDate, parts, movedFrom, prepareFrom, note, checklist, ownerFunction } = entry;
  const owner = [activity?.organisation, ownerFunction].filter(Boolean).join(', ');
  const facts = [
    { term: t('when'), value: date === endDate ? `${f.date(date, 'weekday')} ${date.slice(0, 4)}, ${f.week(date)}` : f.period(date, endDate) },
    { term: t('rule'), value: activity?.words },
    { term: t('ownerTerm'), value: owner },
    { term: t('prepare'), value: prepareFrom === null ? '' : f.date(prepareFrom) },
    { term: t('police'), value: parts.police },
    { term: t('municipality'), value: parts.municipality },
    { term: t('others'), value: parts.others },
    { term: t('note'), value: note },
  ]; // prettier-ignore
  return (
    <>
      {entry.status !== 'planned' && (
        <div>
          <StatusTag tone={entry.status === 'done' ? 'good' : 'neutral'}>
            {t(entry.status === 'done' ? 'done' : 'skipped')}
          </StatusTag>
        </div>
      )}
      {movedFrom !== null && <p>{t('movedFrom', { date: f.date(movedFrom) })}</p>}
      <DescriptionList
        facts={facts.flatMap(({ term, value }) =>
          value === undefined || value === null || value === '' ? [] : [{ term, value }],
        )}
      />
      {checklist !== null && (
        <div>
          <h3>{t('checklist')}</h3>
          <ul>
            {checklist
              .split('\n')
              .filter((line) => line.trim() !== '')
              .map((line) => (
                <li key={line}>{line}</li>
              ))}
          </ul>
        </div>
      )}
    </>
  );
}

function Actions({ code, entry, onClose }: { code: string; entry: CalendarEntry; onClose: () => void }) {
  const t = useTexts(calendarTexts);
  const say = useSayOfTime(code);
  const [saying, setSaying] = useState<Saying | null>(null);
  const time = { id: entry.activityId ?? '', day: entry.plannedOn };
  // What was said before is what "Ångra" goes back to.
  const before: NewCalendarOccurrence | null =
    entry.status === 'planned' && entry.movedFrom === null && !entry.added
      ? null
      : { status: entry.status, movedTo: entry.movedFrom === null ? null : entry.date, note: entry.note };
  const save = async (said: NewCalendarOccurrence | null) => {
    await say.mutateAsync({ ...time, said });
    onClose();
    showToast({
      text: t('saved', { title: entry.title }),
      tone: 'good',
      undo: { act: () => say.mutate({ ...time, said: before }, { onError: () => showToast({ text: t('undoFailed'), tone: 'bad' }) }) },
    }); // prettier-ignore
  };
  return (
    <div className="stack">
      <ErrorNotice error={say.error} />
      {saying === null ? (
        <div className="row">
          {entry.status !== 'done' && (
            <Button look="primary" icon="check" onClick={() => setSaying('done')}>
              {t('markDone')}
            </Button>
          )}
          {entry.status === 'planned' && <Button onClick={() => setSaying('move')}>{t('move')}</Button>}
          {entry.status === 'planned' && <Button onClick={() => setSaying('skip')}>{t('skip')}</Button>}
          {before !== null && (
            <Button look="quiet" icon="undo" busy={say.isPending} onClick={() => void save(null).catch(() => undefined)}>
              {t('takeBack')}
            </Button>
          )}
        </div>
      ) : (
        <SayingForm saying={saying} entry={entry} busy={say.isPending} onSave={save} onCancel={() => setSaying(null)} />
      )}
    </div>
  ); // prettier-ignore
}

interface SayingFormProps {
  saying: Saying;
  entry: CalendarEntry;
  busy: boolean;
  onSave: (said: NewCalendarOccurrence) => Promise<void>;
  onCancel: () => void;
}

function SayingForm({ saying, entry, busy, onSave, onCancel }: SayingFormProps) {
  const t = useTexts(calendarTexts);
  const [day, setDay] = useState(entry.date);
  const [note, setNote] = useState(entry.note ?? '');
  const [missing, setMissing] = useState(false);
  const moved = entry.movedFrom === null ? null : entry.date;
  const submit = () => {
    const empty = saying === 'move' ? day === '' : saying === 'skip' && note.trim() === '';
    setMissing(empty);
    if (empty) return;
    const said: NewCalendarOccurrence = {
      status: saying === 'done' ? 'done' : saying === 'skip' ? 'skipped' : 'planned',
      movedTo: saying === 'move' ? day : moved,
      note: note.trim() === '' ? null : note,
    };
    onSave(said).catch(() => undefined); // The fault stands above the buttons.
  };
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {saying === 'move' && (
        <DateField label={t('moveTo')} value={day} error={missing ? t('dayMissing') : undefined} onChange={(event) => setDay(event.target.value)} />
      )}
      {saying !== 'move' && (
        <TextArea
          label={t(saying === 'skip' ? 'reason' : 'noteDone')}
          hint={t('noteHint')}
          optional={saying === 'done'}
          rows={2}
          maxLength={600}
          value={note}
          error={missing ? t('reasonMissing') : undefined}
          onChange={(event) => setNote(event.target.value)}
        />
      )}
      <div className="row">
        <Button type="submit" look="primary" busy={busy}>
          {t('save')}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  ); // prettier-ignore
}
