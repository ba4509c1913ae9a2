import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { may, useMembership } from '../api/session.js';
import { Button } from '../ui/button.js';
import { EmptyState } from '../ui/empty-state.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { Page } from '../ui/page.js';
import { Skeleton } from '../ui/skeleton.js';
import { GroupCard } from './group-card.js';
import { GroupDialog } from './group-dialog.js';
import { groupsQuery, meetingsQuery, seriesQuery, type Group, type MeetingSummary } from './meeting-api.js';
import { MeetingDialog } from './meeting-dialog.js';
import { MeetingList, NextMeeting } from './meeting-list.js';
import { SeriesDialog } from './series-dialog.js';
import { sortedMeetings } from './sorted-meetings.js';
import './meetings.css';
import { meetingTexts } from './texts.js';

/** What is open over the page. */
type Opened = { what: 'group'; group: Group | null } | { what: 'series' | 'meeting'; group: Group } | null;

/** The meetings of the municipality: the next one of my groups first, then what is open, the series and the groups. */
export function MeetingsPage() {
  const t = useTexts(meetingTexts);
  const { code } = useParams({ from: '/signed-in/$code/moten' });
  const membership = useMembership();
  const mayWrite = may(membership, 'meeting:write');
  const meetings = useQuery(meetingsQuery(code));
  const groups = useQuery(groupsQuery(code));
  const [opened, setOpened] = useState<Opened>(null);
  const error = meetings.error ?? groups.error;
  const empty = groups.data?.length === 0;
  const close = () => setOpened(null);
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        mayWrite && !empty && <Button icon="plus" onClick={() => setOpened({ what: 'group', group: null })}>{t('newGroup')}</Button>
      }
    >
      <ErrorNotice error={error} onRetry={() => void Promise.all([meetings.refetch(), groups.refetch()])} />
      {error === null && (meetings.data === undefined || groups.data === undefined) && <Skeleton shape="cards" lines={3} />}
      {meetings.data && groups.data && !empty && <Meetings code={code} meetings={meetings.data} />}
      {empty && <EmptyState icon="users" title={t('emptyTitle')} action={mayWrite && <Button look="primary" icon="plus" onClick={() => setOpened({ what: 'group', group: null })}>{t('newGroup')}</Button>}>{t('emptyText')}</EmptyState>}
      {groups.data && !empty && <Groups code={code} groups={groups.data} mayWrite={mayWrite} onOpen={setOpened} />}
      <GroupDialog code={code} group={opened?.what === 'group' ? opened.group : null} open={opened?.what === 'group'} onClose={close} />
      {opened?.what === 'series' && <SeriesDialog code={code} group={opened.group} onClose={close} />}
      {opened?.what === 'meeting' && <MeetingDialog code={code} group={opened.group} onClose={close} />}
    </Page>
  ); // prettier-ignore
}

function Meetings({ code, meetings }: { code: string; meetings: readonly MeetingSummary[] }) {
  const t = useTexts(meetingTexts);
  const [now] = useState(() => new Date().toISOString());
  const { next, open, coming, held } = sortedMeetings(meetings, now);
  return (
    <>
      {next !== null && <NextMeeting code={code} meeting={next} />}
      <MeetingList code={code} title={t('openNow')} meetings={open.filter(({ id }) => id !== next?.id)} />
      <MeetingList code={code} title={t('coming')} meetings={coming.filter(({ id }) => id !== next?.id)} />
      <MeetingList code={code} title={t('held')} meetings={held} />
    </>
  );
}

interface GroupsProps {
  code: string;
  groups: readonly Group[];
  mayWrite: boolean;
  onOpen: (opened: Opened) => void;
}

function Groups({ code, groups, mayWrite, onOpen }: GroupsProps) {
  const t = useTexts(meetingTexts);
  const series = useQuery(seriesQuery(code));
  return (
    <section className="stack">
      <h2>{t('groups')}</h2>
      <ErrorNotice error={series.error} onRetry={() => void series.refetch()} />
      <div className="meetings-grid">
        {groups.map((group) => (
          <GroupCard
            key={group.id}
            group={group}
            series={(series.data ?? []).filter(({ groupId }) => groupId === group.id)}
            {...(mayWrite ? { onOpen: (what) => onOpen({ what, group }) } : {})}
          />
        ))}
      </div>
    </section>
  );
}
