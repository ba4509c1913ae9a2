import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useCallback, useRef, type ReactNode } from 'react';
import { ErrorNotice } from '../ui/error-notice.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { Page } from '../ui/page.js';
import { Skeleton } from '../ui/skeleton.js';
import { ClosedMeeting } from './closed-meeting.js';
import { liveAddress, meetingQuery } from './meeting-api.js';
import type { SeenView } from './meeting-parts-api.js';
import { MeetingMode } from './meeting-mode.js';
import './meetings.css';
import { PlannedMeeting } from './planned-meeting.js';
import { meetingTexts } from './texts.js';
import { useLive, type LiveChange } from './use-live.js';

/** What the meeting gives the map beside it, and hears from it. */
export interface MapSlot {
  /** The query text of the map page, without `?`. */
  view: string;
  onView: (view: string) => void;
}

/** What another place puts in: the map itself, and what a view means on the day, for keeping it with a decision. */
export interface MeetingPageProps {
  map: (slot: MapSlot) => ReactNode;
  seen: (view: string) => Promise<SeenView>;
}

/** One meeting: prepared before, worked in while it goes on, read afterwards. */
export function MeetingPage({ map, seen }: MeetingPageProps) {
  const t = useTexts(meetingTexts);
  const { code, id } = useParams({ from: '/signed-in/$code/moten/$id' });
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(meetingQuery(code, id, useLanguage()));
  const timer = useRef<number | undefined>(undefined);
  const ask = useCallback(
    (change: LiveChange | null) => {
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => void client.invalidateQueries({ queryKey: ['meetings', code, id] }), 40);
      if (change?.what === 'note') return;
      void client.invalidateQueries({ queryKey: ['meeting-agenda', code, id] });
      void client.invalidateQueries({ queryKey: ['meetings', code, 'actions'] });
    },
    [client, code, id],
  );
  const over = data?.status === 'closed' || data?.status === 'cancelled';
  const live = useLive(data === undefined || over ? null : liveAddress(code, id), ask);
  if (data === undefined)
    return (
      <Page title={t('meeting')}>
        {error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : <Skeleton lines={8} />}
      </Page>
    );
  const given = { code, meeting: data, live };
  if (data.status === 'planned') return <PlannedMeeting {...given} />;
  if (data.status === 'open') return <MeetingMode {...given} map={map} seen={seen} />;
  return <ClosedMeeting code={code} meeting={data} />;
}
