import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { Button, IconButton } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { keepTogether } from '../ui/format.js';
import { Icon } from '../ui/icons.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { Skeleton } from '../ui/skeleton.js';
import { agendaQuery, type AgendaLine } from './agenda-api.js';
import type { ItemContentProps } from './item-content.js';
import { LeadsTo } from './leads-to.js';
import { meetingTexts } from './texts.js';

const BeforeAfter = lazy(() => import('./before-after.js').then(({ BeforeAfter: it }) => ({ default: it })));

/** What an item tells by itself: each figure leads to what it counts, on the map beside or on its own page. */
export function Filled({ code, meeting, item, onView }: ItemContentProps) {
  const { data, error, refetch } = useQuery(agendaQuery(code, meeting.id, useLanguage()));
  if (error !== null && data === undefined) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton lines={4} />;
  const lines = data.items.find(({ itemId }) => itemId === item.id)?.lines ?? [];
  if (lines.length === 0) return null;
  return (
    <ul className="plain-list meeting-filled">
      {lines.map((line, at) => (
        <Line
          key={`${at}-${line.subject?.id ?? ''}`}
          {...{ code, line, onView }}
          leads={!sameSubject(line, lines[at - 1])}
        />
      ))}
    </ul>
  );
}

interface LineProps {
  code: string;
  line: AgendaLine;
  onView: ItemContentProps['onView'];
}

/** Do two lines lead to the same page? One button is enough. */
function sameSubject({ subject }: AgendaLine, before: AgendaLine | undefined): boolean {
  const kind = subject?.kind;
  return (
    kind === before?.subject?.kind &&
    (kind === 'law' || kind === 'tertial' || kind === 'action-plan' || kind === 'promise')
  );
}

function Line({ code, line, onView, leads }: LineProps & { leads: boolean }) {
  const t = useTexts(meetingTexts);
  const [open, setOpen] = useState(false);
  const { text, subject, tone } = line;
  const hotspot = subject?.kind === 'hotspot' ? subject.id : null;
  return (
    <li data-tone={tone}>
      <div className="meeting-filled-line">
        <p>{keepTogether(text)}</p>
        {hotspot !== null && (
          <Button look="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t('beforeAfter')}
            <span className="visually-hidden"> {text}</span>
          </Button>
        )}
        {leads && <LeadsTo code={code} subject={subject} />}
        <ShowOnMap {...{ code, line, onView }} />
      </div>
      {open && hotspot !== null && (
        <Suspense fallback={<Skeleton lines={3} />}>
          <BeforeAfter code={code} hotspotId={hotspot} />
        </Suspense>
      )}
    </li>
  );
}

/** Opens what a figure counts: on the map beside when there is one, else on the map's own page. */
export function ShowOnMap({ code, line: { search, text }, onView }: LineProps) {
  const t = useTexts(meetingTexts);
  if (search === null) return null;
  const label = `${t('showOnMap')}: ${text}`;
  if (onView !== null) return <IconButton icon="map" label={label} onClick={() => onView(search)} />;
  return (
    <a
      href={`/${code}/karta?${search}`}
      className="button button--icon button--quiet"
      aria-label={label}
      title={t('showOnMap')}
    >
      <Icon name="map" size={22} />
    </a>
  );
}
