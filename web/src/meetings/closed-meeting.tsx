import { Link } from '@tanstack/react-router';
import { buttonClass } from '../ui/button.js';
import { Icon } from '../ui/icons.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { Notice } from '../ui/notice.js';
import { Page } from '../ui/page.js';
import { StatusTag } from '../ui/status-tag.js';
import { statusTones } from './decision-line.js';
import { Downloads } from './downloads.js';
import type { Meeting } from './meeting-api.js';
import { MeetingFacts } from './meeting-list.js';
import { MinutesPart } from './minutes-part.js';
import { meetingTexts } from './texts.js';

/** After the meeting: the frozen minutes to read and to take along, and the way to the next meeting. */
export function ClosedMeeting({ code, meeting }: { code: string; meeting: Meeting }) {
  const t = useTexts(meetingTexts);
  const { nextMeetingId: next, status } = meeting;
  const actions = next !== null && (
    <Link to="/$code/moten/$id" params={{ code, id: next }} className={buttonClass()}>
      <span>{t('toNext')}</span>
      <Icon name="arrow" size={20} />
    </Link>
  );
  return (
    <Page title={meeting.title} lead={<MeetingFacts meeting={meeting} />} actions={actions}>
      {status === 'cancelled' && <Notice tone="caution">{t('cancelled')}</Notice>}
      {status === 'closed' && (
        <>
          <Downloads code={code} meeting={meeting} />
          <MinutesPart code={code} meeting={meeting} />
          <DecisionsNow meeting={meeting} />
        </>
      )}
    </Page>
  );
}

/** How the decisions stand today; the minutes say how they stood when the meeting ended. */
function DecisionsNow({ meeting }: { meeting: Meeting }) {
  const t = useTexts(meetingTexts);
  const language = useLanguage();
  if (meeting.decisions.length === 0) return null;
  return (
    <section className="stack stack--tight" aria-labelledby="decisions-now">
      <h2 id="decisions-now">{t('decisionsNow')}</h2>
      <ol className="plain-list meeting-lines">
        {meeting.decisions.map(({ position, action }) => (
          <li key={action.id} className="meeting-line">
            <p>
              {position}. {action.sentence[language]}
            </p>
            <StatusTag tone={statusTones[action.status]}>{t(`status_${action.status}`)}</StatusTag>
          </li>
        ))}
      </ol>
    </section>
  );
}
