import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { may, useMembership } from '../api/session.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { Page } from '../ui/page.js';
import { RadioTiles } from '../ui/radio-tiles.js';
import { Skeleton } from '../ui/skeleton.js';
import { StatusTag } from '../ui/status-tag.js';
import { DateField, TextArea, TextField } from '../ui/text-field.js';
import { showToast } from '../ui/toast.js';
import { useFormat } from '../ui/use-format.js';
import { ActionPlans } from './action-plans.js';
import { type LawCheck, lawCheckQuery, type LawPoint, recordEvidence } from './law-api.js';
import { lawTexts } from './law-texts.js';
import './situation.css';
import { StrategicMeetings } from './strategic-meetings.js';

/** Lagens krav: each thing that the law asks for, with what shows it, and the åtgärdsplan. */
export function LawPage() {
  const t = useTexts(lawTexts);
  const language = useLanguage();
  const { code = '' } = useParams({ strict: false });
  const { data, error, refetch } = useQuery(lawCheckQuery(code, language));
  return (
    <Page title={t('title')} lead={t('lead')}>
      <div className="stack stack--wide">
        <ErrorNotice error={error} onRetry={() => void refetch()} />
        {data === undefined && error === null && <Skeleton lines={8} />}
        {data && <Points code={code} check={data} />}
        <StrategicMeetings code={code} />
        {data && <ActionPlans code={code} />}
      </div>
    </Page>
  );
}

function Points({ code, check: { points, met, wording } }: { code: string; check: LawCheck }) {
  const t = useTexts(lawTexts);
  const mayRecord = may(useMembership(), 'situation:approve');
  const [recording, setRecording] = useState<string | null>(null);
  return (
    <section className="stack">
      <h2>{t('met', { met, all: points.length })}</h2>
      <ol className="plain-list">
        {points.map((point) => (
          <li key={point.id} className="situation-section">
            <div className="situation-law-head">
              <h3>{point.text}</h3>
              <StatusTag tone={point.met ? 'good' : point.evidence ? 'caution' : 'neutral'}>
                {t(point.met ? 'yes' : point.evidence && point.shownBy === 'system' ? 'late' : 'no')}
              </StatusTag>
            </div>
            <Evidence code={code} point={point} />
            <p className="small muted">{t(point.source)}</p>
            {mayRecord && point.shownBy === 'hand' && recording !== point.id && (
              <p>
                <Button
                  look="quiet"
                  icon="edit"
                  aria-label={t('recordFor', { text: point.text })}
                  onClick={() => setRecording(point.id)}
                >
                  {t('record')}
                </Button>
              </p>
            )}
            {recording === point.id && <Record code={code} point={point} onDone={() => setRecording(null)} />}
          </li>
        ))}
      </ol>
      <details className="situation-details">
        <summary>{t('wording')}</summary>
        <p className="situation-prose">
          {t('wordingText', {
            statute: wording.statute,
            checked: wording.checked.join(', '),
            unchecked: wording.unchecked.join(', '),
          })}{' '}
          <a href={wording.address}>{wording.statute}</a>
        </p>
      </details>
    </section>
  );
}

function Evidence({ code, point: { evidence, due, shownBy, id } }: { code: string; point: LawPoint }) {
  const t = useTexts(lawTexts);
  const f = useFormat();
  const [year] = useState(() => String(new Date().getFullYear()));
  if (evidence === null && shownBy === 'hand') return null;
  if (evidence === null)
    return (
      <p>
        {t(id === 'action-plan' ? 'byPlan' : 'bySystem')}{' '}
        {id !== 'action-plan' && (
          <Link to="/$code/lagesbild" params={{ code }} search={{ period: year, visa: 'text' }}>
            {t('makeYearly')}
          </Link>
        )}
      </p>
    );
  const day = evidence.date === null ? '' : f.date(evidence.date, 'long');
  return (
    <p>
      {evidence.kind === 'version' ? (
        <Link to="/$code/lagesbild" params={{ code }} search={{ period: evidence.name, visa: 'text' }}>
          {t('yearly', { name: evidence.name, day })}
        </Link>
      ) : evidence.kind === 'plan' ? (
        t('plan', { name: evidence.name, day })
      ) : (
        t('recorded', { note: evidence.name, day })
      )}{' '}
      {evidence.link !== null && (
        <a href={evidence.link} rel="noreferrer">
          {t('link')}
        </a>
      )}{' '}
      {due !== null && t('due', { day: f.date(due, 'long') })}
    </p>
  );
}

function Record({ code, point, onDone }: { code: string; point: LawPoint; onDone: () => void }) {
  const t = useTexts(lawTexts);
  const language = useLanguage();
  const client = useQueryClient();
  const { evidence } = point;
  const [met, setMet] = useState(true);
  const [onDate, setOnDate] = useState(evidence?.date ?? '');
  const [note, setNote] = useState(evidence?.name ?? '');
  const [link, setLink] = useState(evidence?.link ?? '');
  const saving = useMutation({
    mutationFn: () =>
      recordEvidence(code, point.id, {
        met,
        onDate: onDate || null,
        note: note.trim() || null,
        link: link.trim() || null,
      }),
    onSuccess: (fresh) => {
      client.setQueryData(lawCheckQuery(code, language).queryKey, fresh);
      showToast({ text: t('saved'), tone: 'good' });
      onDone();
    },
  });
  return (
    <form
      className="stack card"
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate();
      }}
    >
      <RadioTiles
        legend={point.text}
        size="small"
        value={met ? 'yes' : 'no'}
        onChange={(value) => setMet(value === 'yes')}
        tiles={[
          { value: 'yes', label: t('isMet') },
          { value: 'no', label: t('isNotMet') },
        ]}
      />
      <DateField label={t('onDate')} optional value={onDate} onChange={({ target }) => setOnDate(target.value)} />
      <TextArea
        label={t('note')}
        hint={t('noteHint')}
        optional
        maxLength={500}
        value={note}
        onChange={({ target }) => setNote(target.value)}
      />
      <TextField
        label={t('address')}
        optional
        type="url"
        maxLength={500}
        value={link}
        onChange={({ target }) => setLink(target.value)}
      />
      <ErrorNotice error={saving.error} />
      <div className="row">
        <Button type="submit" look="primary" busy={saving.isPending}>
          {t('save')}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
