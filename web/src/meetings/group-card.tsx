import { Button } from '../ui/button.js';
import { useTexts } from '../ui/language.js';
import { useFormat } from '../ui/use-format.js';
import type { Group, Series } from './meeting-api.js';
import { meetingDay } from './meeting-day.js';
import { meetingTexts } from './texts.js';

interface GroupCardProps {
  group: Group;
  series: readonly Series[];
  /** Only for those who may change meetings. */
  onOpen?: (what: 'group' | 'series' | 'meeting') => void;
}

/** A standing group: who sits in it, how often it meets. */
export function GroupCard({ group, series, onOpen }: GroupCardProps) {
  const t = useTexts(meetingTexts);
  return (
    <article className="card stack stack--tight" aria-label={group.name}>
      <h3>{group.name}</h3>
      <p className="muted">
        {[t(`group-${group.kind}`), ...(group.mine ? [t('mine')] : []), ...(group.ended ? [t('ended')] : [])].join(' · ')}
      </p>
      {series.map((one) => (
        <SeriesLine key={one.id} series={one} />
      ))}
      {group.members.length > 0 && (
        <details>
          <summary>{t('members', { count: group.members.length })}</summary>
          <ul>
            {group.members.map(({ id, function: role, organisation, party }) => (
              <li key={id}>{[role, organisation ?? party].filter(Boolean).join(', ')}</li>
            ))}
          </ul>
        </details>
      )}
      {onOpen !== undefined && !group.ended && (
        <div className="row">
          <Button icon="plus" onClick={() => onOpen('meeting')}>{t('newMeeting')}</Button>
          <Button onClick={() => onOpen('series')}>{t('newSeries')}</Button>
          <Button look="quiet" icon="edit" onClick={() => onOpen('group')}>{t('changeGroup')}</Button>
        </div>
      )}
    </article>
  ); // prettier-ignore
}

function SeriesLine({ series }: { series: Series }) {
  const t = useTexts(meetingTexts);
  const f = useFormat();
  const [next] = series.upcoming;
  return (
    <p>
      <strong>{series.name}</strong>: {series.rhythmText}.
      {next !== undefined && (
        <span className="muted">
          {' '}
          {t('seriesNext', { day: meetingDay(f, next.day) })}
          {next.movedFor !== null && ` ${t('moved', { holiday: next.movedFor })}`}
        </span>
      )}
    </p>
  );
}
