import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { may, useMembership } from '../api/session.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { RadioTiles } from '../ui/radio-tiles.js';
import { Skeleton } from '../ui/skeleton.js';
import { StatusTag } from '../ui/status-tag.js';
import { TextArea } from '../ui/text-field.js';
import { showToast } from '../ui/toast.js';
import { useFormat } from '../ui/use-format.js';
import { periodTexts } from './period-texts.js';
import { type AreaStatus, areaStatusesQuery, type Level, setAreaStatus } from './situation-api.js';
import { isKnown } from './usual-list.js';

const levels = ['normal', 'raised', 'serious'] as const;

/** Every area with its colour, word and shape, one sentence, and the figures that the group judges by. */
export function AreaColours({ code, week }: { code: string; week: string }) {
  const t = useTexts(periodTexts);
  const { data, error, refetch } = useQuery(areaStatusesQuery(code, week));
  const [changing, setChanging] = useState<string | null>(null);
  const mayWrite = may(useMembership(), 'situation:write');
  return (
    <section className="stack">
      <h2>{t('colours', { week: Number(week.slice(-2)) })}</h2>
      <p className="small muted">{t('coloursLead')}</p>
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Skeleton lines={4} />}
      <ul className="plain-list situation-colours">
        {data?.areas.map((area) => (
          <li key={area.areaId}>
            {changing === area.areaId ? (
              <ChangeColour code={code} week={week} area={area} onDone={() => setChanging(null)} />
            ) : (
              <Colour area={area} onChange={mayWrite ? () => setChanging(area.areaId) : null} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

const tones = { normal: 'good', raised: 'caution', serious: 'bad' } as const;

/** The word with its colour and a shape of its own: circle, triangle, square; a ring where nobody has judged. */
export function LevelMark({ level }: { level: Level | null }) {
  const t = useTexts(periodTexts);
  return level === null ? (
    <StatusTag tone="neutral">{t('notJudged')}</StatusTag>
  ) : (
    <StatusTag tone={tones[level]}>{t(level)}</StatusTag>
  );
}

function Colour({ area, onChange }: { area: AreaStatus; onChange: (() => void) | null }) {
  const t = useTexts(periodTexts);
  const f = useFormat();
  const { name, level, sentence, carried, decidedWeek, count, usual, weeks } = area;
  const isCompared = isKnown(usual);
  return (
    <div className="situation-colour">
      <div className="situation-colour-head">
        <h3>{name}</h3>
        <LevelMark level={level} />
        {onChange && (
          <Button look="quiet" icon="edit" aria-label={t('change', { area: name })} onClick={onChange}>
            {t('changeShort')}
          </Button>
        )}
      </div>
      {sentence !== null && <p>{sentence}</p>}
      <p className="small muted">
        {count !== null &&
          (isCompared
            ? t('eventsUsual', { count, low: f.number(usual.low), high: f.number(usual.high) })
            : t('events', { count }))}
        {carried && decidedWeek !== null && ` · ${t('carriedFrom', { week: Number(decidedWeek.slice(-2)) })}`}
      </p>
      {weeks.some((each) => each.level !== null) && (
        <ol className="plain-list situation-weeks" aria-label={t('history')}>
          {weeks.map((each) => {
            const word = each.level === null ? t('notJudged') : t(each.level);
            const label = t('weekWas', { week: Number(each.week.slice(-2)), word });
            return (
              <li key={each.week} data-level={each.level ?? 'none'} title={label}>
                <span className="visually-hidden">{label}</span>
              </li>
            );
          })}
        </ol>
      )}
    </div>
  );
}

interface ChangeColourProps {
  code: string;
  week: string;
  area: AreaStatus;
  onDone: () => void;
}

function ChangeColour({ code, week, area, onDone }: ChangeColourProps) {
  const t = useTexts(periodTexts);
  const client = useQueryClient();
  const [level, setLevel] = useState<Level | null>(area.level);
  const [sentence, setSentence] = useState(area.carried ? '' : (area.sentence ?? ''));
  const saving = useMutation({
    mutationFn: (chosen: Level) =>
      setAreaStatus({ code, week, areaId: area.areaId }, { level: chosen, sentence: sentence.trim() || null }),
    onSuccess: async (_, chosen) => {
      await client.invalidateQueries({ queryKey: ['area-statuses', code] });
      await client.invalidateQueries({ queryKey: ['edition', code] });
      showToast({ text: t('saved', { area: area.name, word: t(chosen) }), tone: 'good' });
      onDone();
    },
  });
  return (
    <form
      className="stack card"
      onSubmit={(event) => {
        event.preventDefault();
        if (level !== null) saving.mutate(level);
      }}
    >
      <RadioTiles
        legend={t('setColour', { area: area.name })}
        size="small"
        value={level}
        onChange={(value) => setLevel(value as Level)}
        tiles={levels.map((value) => ({ value, label: t(value) }))}
      />
      <TextArea
        label={t('sentence')}
        hint={t('sentenceHint')}
        optional
        maxLength={300}
        value={sentence}
        onChange={({ target }) => setSentence(target.value)}
      />
      <ErrorNotice error={saving.error} />
      <div className="row">
        <Button type="submit" look="primary" disabled={level === null} busy={saving.isPending}>
          {t('save')}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
