import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { may, useMembership } from '../api/session.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { Skeleton } from '../ui/skeleton.js';
import { StatusTag } from '../ui/status-tag.js';
import { useFormat } from '../ui/use-format.js';
import { meetingCountsQuery } from './law-api.js';
import { lawTexts } from './law-texts.js';

/** How many strategic meetings the year has had; at least one is needed. */
export function StrategicMeetings({ code }: { code: string }) {
  const t = useTexts(lawTexts);
  const f = useFormat();
  const mayRead = may(useMembership(), 'meeting:read');
  const [year] = useState(() => Number(new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Stockholm' }).slice(0, 4))); // prettier-ignore
  const { data, error, refetch } = useQuery({ ...meetingCountsQuery(code, year), enabled: mayRead });
  if (!mayRead) return null;
  const { held = 0, planned = 0, lastHeldOn = null } = data?.kinds.find(({ kind }) => kind === 'strategic') ?? {};
  const meetings: string = '/$code/moten';
  return (
    <section className="stack">
      <div className="situation-law-head">
        <h2>{t('strategic', { year: String(year) })}</h2>
        {data && <StatusTag tone={held > 0 ? 'good' : 'neutral'}>{t(held > 0 ? 'yes' : 'no')}</StatusTag>}
      </div>
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Skeleton lines={1} />}
      {data && (
        <p>
          {held === 0 ? t('strategicNone') : t('strategicHeld', { count: held })}{' '}
          {lastHeldOn !== null && t('strategicLast', { day: f.date(lastHeldOn, 'long') })}{' '}
          {planned > 0 && t('strategicPlanned', { count: planned })}{' '}
          <Link to={meetings} params={{ code }}>
            {t('toMeetings')}
          </Link>
        </p>
      )}
    </section>
  );
}
