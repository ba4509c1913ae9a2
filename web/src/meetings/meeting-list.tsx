import { Link } from '@tanstack/react-router';
import { buttonClass } from '../ui/button.js';
import { Icon } from '../ui/icons.js';
import { useTexts } from '../ui/language.js';
import { StatusTag } from '../ui/status-tag.js';
import { useFormat } from '../ui/use-format.js';
import { meetingDay } from './meeting-day.js';
import type { MeetingSummary } from './meeting-api.js';
import { meetingTexts } from './texts.js';

/** The meeting to think of, large. */
export function NextMeeting({ code, meeting }: { code: string; meeting: MeetingSummary }) {
  const t = useTexts(meetingTexts);
  const going = meeting.status === 'open';
  return (
    <section className="card stack stack--tight meetings-next" aria-labelledby="next-meeting">
      <p className="muted">{going ? t('goingOn') : meeting.mine ? t('nextMine') : t('nextAny')}</p>
      <h2 id="next-meeting">{meeting.title}</h2>
      <MeetingFacts meeting={meeting} />
      <div className="row">
        <Link
          to="/$code/moten/$id"
          params={{ code, id: meeting.id }}
          className={buttonClass({ look: 'primary', size: 'large' })}
        >
          <Icon name={going ? 'arrow' : 'edit'} size={20} />
          <span>{going ? t('join') : t('prepare')}</span>
        </Link>
      </div>
    </section>
  );
}

/** When, where and by whom. */
export function MeetingFacts({ meeting }: { meeting: MeetingSummary }) {
  const t = useTexts(meetingTexts);
  const f = useFormat();
  return (
    <p className="meeting-facts">
      <span>
        {meetingDay(f, meeting.at)}, {f.time(meeting.at)}–{f.time(meeting.until)}
      </span>
      {meeting.place !== null && <span>{meeting.place}</span>}
      <span>{meeting.group}</span>
      <span>{t(`kind-${meeting.kind}`)}</span>
      {meeting.movedBecause !== null && <span>{t('moved', { holiday: meeting.movedBecause })}</span>}
    </p>
  );
}

interface MeetingListProps {
  code: string;
  title: string;
  meetings: readonly MeetingSummary[];
}

/** Meetings under a heading, each a link; nothing when there are none. */
export function MeetingList({ code, title, meetings }: MeetingListProps) {
  const t = useTexts(meetingTexts);
  if (meetings.length === 0) return null;
  return (
    <section className="stack stack--tight">
      <h2>{title}</h2>
      <ul className="plain-list meeting-lines">
        {meetings.map((meeting) => (
          <li key={meeting.id} className="meeting-line">
            <div>
              <Link to="/$code/moten/$id" params={{ code, id: meeting.id }}>
                <strong>{meeting.title}</strong>
              </Link>
              <MeetingFacts meeting={meeting} />
            </div>
            {meeting.leftOpen && <StatusTag tone="caution">{t('leftOpen')}</StatusTag>}
            {meeting.status === 'open' && !meeting.leftOpen && <StatusTag tone="action">{t('goingOn')}</StatusTag>}
            {meeting.status === 'cancelled' && <StatusTag tone="neutral">{t('isCancelled')}</StatusTag>}
            {meeting.status === 'closed' && (
              <span className="muted">{t('decisionCount', { count: meeting.decisionCount })}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
