import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { may, useMembership } from '../api/session.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { keepTogether } from '../ui/format.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { Notice } from '../ui/notice.js';
import { Select } from '../ui/select.js';
import { Skeleton } from '../ui/skeleton.js';
import { StatusTag } from '../ui/status-tag.js';
import { useFormat } from '../ui/use-format.js';
import { CorrectDialog } from './correct-dialog.js';
import { FrozenView } from './frozen-view.js';
import { levelTones } from './level-tones.js';
import type { Meeting } from './meeting-api.js';
import { minutesQuery, type Minutes } from './minutes-api.js';
import { meetingTexts } from './texts.js';

/** The minutes as they were frozen: who was there, and each item with what it told, what was written and decided. */
export function MinutesPart({ code, meeting }: { code: string; meeting: Meeting }) {
  const t = useTexts(meetingTexts);
  const f = useFormat();
  const mayWrite = may(useMembership(), 'meeting:write');
  const [version, setVersion] = useState<number | null>(null);
  const [correcting, setCorrecting] = useState(false);
  const { data, error, refetch } = useQuery(minutesQuery(code, meeting.id, { version, language: useLanguage() }));
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton lines={10} />;
  const newest = data.versions.length === 0 || data.version === Math.max(...data.versions.map((one) => one.version));
  return (
    <>
      <Notice>
        {data.reason === null ? t('frozen', { when: f.dateTime(data.at) }) : t('corrected', { version: data.version, when: f.dateTime(data.at), reason: data.reason })}
      </Notice>
      {data.versions.length > 1 && <Select label={t('version')} placeholder={null} value={String(data.version)} choices={data.versions.map((one) => ({ value: String(one.version), label: t('versionOf', { version: one.version, when: f.dateTime(one.at) }) }))} onChange={({ target }) => setVersion(Number(target.value))} />}
      <MinutesText code={code} minutes={data} />
      {mayWrite && newest && <div><Button look="quiet" icon="edit" onClick={() => setCorrecting(true)}>{t('correct')}</Button></div>}
      {correcting && <CorrectDialog code={code} meetingId={meeting.id} minutes={data} onClose={() => { setCorrecting(false); setVersion(null); }} />}
    </>
  ); // prettier-ignore
}

function MinutesText({ code, minutes }: { code: string; minutes: Minutes }) {
  const t = useTexts(meetingTexts);
  const present = minutes.participants.filter(({ attendance }) => attendance === 'present');
  return (
    <article className="card minutes" aria-labelledby="minutes">
      <h2 id="minutes">{t('minutesTitle')}</h2>
      <p>
        <strong>{t('present')}:</strong> {present.map(({ function: role, organisation }) => [role, organisation].filter(Boolean).join(', ')).join('; ') || '–'}
      </p>
      {!minutes.figuresShown && <p className="muted">{t('figuresHidden')}</p>}
      {minutes.items.map((item) => (
        <MinutedItem key={item.id} {...{ code, minutes, item }} />
      ))}
    </article>
  ); // prettier-ignore
}

interface MinutedItemProps {
  code: string;
  minutes: Minutes;
  item: Minutes['items'][number];
}

/** One item; nothing where nothing was told, written or decided. */
function MinutedItem({ code, minutes, item }: MinutedItemProps) {
  const t = useTexts(meetingTexts);
  const decided = minutes.decisions.filter(({ itemId }) => itemId === item.id || (itemId === null && item.kind === 'decisions')); // prettier-ignore
  const colours = item.kind === 'risk' ? minutes.colours : [];
  const told = listOf(minutes, item.kind);
  if (item.note === '' && item.lines.length + decided.length + colours.length + told.length === 0) return null;
  return (
    <section className="minutes-part" aria-label={item.title}>
      <h3>{item.title}</h3>
      {colours.length === 0 && item.lines.length > 0 && <ul>{item.lines.map(({ text }, at) => <li key={`${at}-${text}`}>{keepTogether(text)}</li>)}</ul>}
      {colours.map(({ area, level, sentence }) => (
        <p key={area} className="row">
          <strong>{area}</strong> <StatusTag tone={levelTones[level]}>{t(`level_${level}`)}</StatusTag> {sentence}
        </p>
      ))}
      {told.length > 0 && <ul>{told.map((text) => <li key={text}>{text}</li>)}</ul>}
      {item.note !== '' && <p>{item.note}</p>}
      {decided.map((one) => <MinutedDecision key={one.actionId} code={code} decision={one} />)}
    </section>
  ); // prettier-ignore
}

/** What was set at an item besides its note. */
function listOf({ pictures, priorities, escalations }: Minutes, kind: Minutes['items'][number]['kind']): string[] {
  if (kind === 'police-picture') return pictures;
  if (kind === 'priorities') return priorities.map((text, at) => `${at + 1}. ${text}`);
  return kind === 'escalation' ? escalations.map(({ text }) => text) : [];
}

function MinutedDecision({ code, decision }: { code: string; decision: Minutes['decisions'][number] }) {
  const t = useTexts(meetingTexts);
  const f = useFormat();
  const { position, what, organisation, ownerFunction, due, followUpOn, viewId } = decision;
  const when = [
    ...(due === null ? [] : [t('dueOn', { day: f.date(due) })]),
    ...(followUpOn === null ? [] : [t('followedUpOn', { day: f.date(followUpOn) })]),
  ];
  return (
    <div className="minutes-decision">
      <p>
        <strong>{t('decisionNumber', { number: position })}</strong> {what}
      </p>
      <p className="muted">{[`${ownerFunction}, ${organisation}`, ...when].join(' · ')}</p>
      {decision.classification === 'may-be-secret' && <StatusTag tone="caution">{t('secret')}</StatusTag>}
      {viewId !== null && <FrozenView code={code} id={viewId} label={t('mapOf', { number: position })} />}
    </div>
  );
}
