import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { may, useMembership } from '../api/session.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { RadioTiles } from '../ui/radio-tiles.js';
import { Skeleton } from '../ui/skeleton.js';
import { StatusTag } from '../ui/status-tag.js';
import { TextField } from '../ui/text-field.js';
import { levelTones } from './level-tones.js';
import { ShowOnMap } from './filled.js';
import type { ItemContentProps } from './item-content.js';
import { agendaQuery, type AgendaLine } from './agenda-api.js';
import { areaStatusesQuery, setAreaStatus, type AreaLevel, type AreaStatus } from './area-api.js';
import { meetingTexts } from './texts.js';
import { weekOf } from './clock.js';

const levels = ['normal', 'raised', 'serious'] as const;

/** The colour of each area, set by the group: three choices in word, shape and colour, and one sentence. */
export function RiskPart({ code, meeting, item, calls, onView }: ItemContentProps) {
  const t = useTexts(meetingTexts);
  const mayDecide = may(useMembership(), 'meeting:write') && meeting.status === 'open';
  const agenda = useQuery(agendaQuery(code, meeting.id, useLanguage())).data;
  const week = agenda?.colourWeek ?? weekOf(meeting.at);
  const { data, error, refetch } = useQuery(areaStatusesQuery(code, week));
  const lines = agenda?.items.find(({ itemId }) => itemId === item.id)?.lines ?? [];
  // Another who sets a colour is told by the meeting's own revision.
  const { revision } = meeting;
  useEffect(() => void refetch(), [revision, refetch]);
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton lines={4} />;
  const set = (area: AreaStatus, level: AreaLevel, sentence: string) =>
    calls
      .act(() =>
        setAreaStatus(
          code,
          { meetingId: meeting.id, areaId: area.areaId },

          { level, sentence: sentence.trim() === '' ? null : sentence.trim() },
        ),
      )
      .finally(() => void refetch());
  return (
    <div>
      {data.areas.length === 0 && <p className="muted">{t('noAreas')}</p>}
      {data.areas.map((area) => (
        <OneArea key={area.areaId} area={area} onSet={mayDecide ? (level, sentence) => void set(area, level, sentence) : null}>
          <Counted {...{ code, onView }} period={agenda?.period.name ?? ''} line={lines.find(({ subject }) => subject?.id === area.areaId)} />
        </OneArea>
      ))}
    </div>
  ); // prettier-ignore
}

interface OneAreaProps {
  area: AreaStatus;
  onSet: ((level: AreaLevel, sentence: string) => void) | null;
  children: ReactNode;
}

function OneArea({ area, onSet, children }: OneAreaProps) {
  const t = useTexts(meetingTexts);
  const { level, carried } = area;
  return (
    <section className="meeting-area" aria-label={area.name}>
      <div className="row row--between">
        <h4>{area.name}</h4>
        {level === null ? <span className="muted">{t('notJudged')}</span> : <StatusTag tone={levelTones[level]}>{t(`level_${level}`)}</StatusTag>}
      </div>
      {children}
      {level !== null && carried && <p className="small muted">{t('carried')}</p>}
      {onSet === null ? area.sentence !== null && <p>{area.sentence}</p> : <SetArea area={area} onSet={onSet} />}
    </section>
  ); // prettier-ignore
}

interface CountedProps {
  code: string;
  period: string;
  line: AgendaLine | undefined;
  onView: ItemContentProps['onView'];
}

/** What was reported in the area in the period that is looked back on. */
function Counted({ code, period, line, onView }: CountedProps) {
  const t = useTexts(meetingTexts);
  if (line?.count === undefined || line.count === null) return null;
  return (
    <div className="meeting-filled-line">
      <p className="muted">{t('areaCount', { count: line.count, period })}</p>
      <ShowOnMap {...{ code, line, onView }} />
    </div>
  );
}

function SetArea({ area, onSet }: { area: AreaStatus; onSet: NonNullable<OneAreaProps['onSet']> }) {
  const t = useTexts(meetingTexts);
  const stored = area.sentence ?? '';
  const [sentence, setSentence] = useState(stored);
  const [written, setWritten] = useState(stored);
  if (stored !== written) {
    setWritten(stored);
    // Another's sentence comes in where nothing of mine waits.
    if (sentence === written) setSentence(stored);
  }
  const level = area.carried ? null : area.level;
  return (
    <div className="stack stack--tight meeting-levels">
      <RadioTiles
        legend={t('levelOf', { area: area.name })}
        hideLegend
        size="small"
        tiles={levels.map((value) => ({ value, label: t(`level_${value}`), icon: <LevelShape level={value} /> }))}
        value={level}
        onChange={(chosen) => onSet(levels.find((one) => one === chosen) ?? 'normal', sentence)}
      />
      <div className="meeting-inline" lang="sv">
        <TextField label={t('sentenceOf', { area: area.name })} value={sentence} maxLength={300} onChange={({ target }) => setSentence(target.value)} onKeyDown={({ key }) => { if (key === 'Enter' && area.level !== null) onSet(area.level, sentence); }} />
        {sentence !== stored && <Button onClick={() => onSet(area.level ?? 'normal', sentence)}>{t('save')}</Button>}
      </div>
    </div>
  ); // prettier-ignore
}

/** The shape of a level beside its word: circle, triangle, square. */
function LevelShape({ level }: { level: AreaLevel }) {
  const shapes = {
    normal: <circle cx={9} cy={9} r={7} />,
    raised: <path d="M9 1 17 16H1z" />,
    serious: <path d="M2 2h14v14H2z" />,
  };
  return (
    <svg width={18} height={18} viewBox="0 0 18 18" className="meeting-level" data-level={level} aria-hidden="true">
      {shapes[level]}
    </svg>
  );
}
