import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { may, useMembership } from '../api/session.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { Notice } from '../ui/notice.js';
import { Page } from '../ui/page.js';
import { Agenda } from './agenda.js';
import { AgendaTools } from './agenda-tools.js';
import { openMeeting, type Meeting } from './meeting-api.js';
import { MeetingFacts } from './meeting-list.js';
import { LiveWords } from './live-words.js';
import { PlannedTools } from './planned-tools.js';
import { meetingTexts } from './texts.js';
import { useCalls } from './use-calls.js';
import type { Live } from './use-live.js';

interface PlannedMeetingProps {
  code: string;
  meeting: Meeting;
  live: Live;
}

/** Before the meeting: the agenda with what it has filled itself, to read and to write in, on a phone too. */
export function PlannedMeeting({ code, meeting, live }: PlannedMeetingProps) {
  const t = useTexts(meetingTexts);
  const mayWrite = may(useMembership(), 'meeting:write');
  const calls = useCalls(code, meeting.id);
  const [current, setCurrent] = useState<string | null>(null);
  const open = useMutation({ mutationFn: () => openMeeting(code, meeting.id), onSuccess: calls.refresh });
  return (
    <Page
      title={meeting.title}
      lead={<MeetingFacts meeting={meeting} />}
      width="text"
      actions={
        mayWrite && (
          <>
            <Button look="primary" size="large" icon="arrow" busy={open.isPending} onClick={() => open.mutate()}>{t('begin')}</Button>
            <PlannedTools {...{ meeting, calls }} />
          </>
        )
      }
    >
      <ErrorNotice error={open.error} />
      <LiveWords live={live} />
      <Notice>{t('prepareText')}</Notice>
      <section className="stack stack--tight" aria-labelledby="agenda">
        <h2 id="agenda">{t('agenda')}</h2>
        <Agenda {...{ code, meeting, calls, mayWrite, current }} onCurrent={setCurrent} onView={null} />
        {mayWrite && <AgendaTools {...{ meeting, calls }} />}
      </section>
    </Page>
  ); // prettier-ignore
}
