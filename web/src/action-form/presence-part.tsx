import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { may, useMembership } from '../api/session.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { Select } from '../ui/select.js';
import { Skeleton } from '../ui/skeleton.js';
import { TextField } from '../ui/text-field.js';
import { useFormat } from '../ui/use-format.js';
import { type PresenceOverview, presencePlanQuery, presenceQuery, useLogPresence } from './presence-api.js';
import './action-form.css';
import './presence.css';
import { presenceTexts } from './presence-texts.js';

interface PresencePartProps {
  code: string;
  hotspotId: string;
}

/** Being at a hot spot: when it pays, one press that one was, and how much it came to in four weeks. */
export function PresencePart({ code, hotspotId }: PresencePartProps) {
  const t = useTexts(presenceTexts);
  const language = useLanguage();
  const mayLog = may(useMembership(), 'occasion:log');
  const { data, error, refetch } = useQuery(presenceQuery(code, hotspotId));
  if (data === undefined)
    return error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : <Skeleton lines={3} />;
  return (
    <section className="stack" aria-label={t('title')}>
      <p>{data.sentence[language]}</p>
      {mayLog && <Press key={data.remembered ?? ''} {...{ code, hotspotId, overview: data }} />}
      {data.latest.length > 0 && <Latest overview={data} />}
      <PresencePlan code={code} hotspotId={hotspotId} />
    </section>
  );
}

const usualMinutes = [10, 20, 40];

/** The buttons are the answer: what it counts as is remembered from the last time. */
export function Press({ code, hotspotId, overview }: PresencePartProps & { overview: PresenceOverview }) {
  const t = useTexts(presenceTexts);
  const log = useLogPresence(code, hotspotId);
  const [commitmentId, setCommitmentId] = useState(overview.remembered);
  const [other, setOther] = useState<string | null>(null);
  const [fault, setFault] = useState<string | undefined>(undefined);
  const say = (minutes: number) => log.mutate({ minutes, commitmentId });
  const sayOther = () => {
    const minutes = Number(other);
    const sound = Number.isInteger(minutes) && minutes >= 1 && minutes <= 720;
    setFault(sound ? undefined : t('minutesMissing'));
    if (!sound) return;
    say(minutes);
    setOther(null);
  };
  const choices = overview.commitments.map(({ id, ...words }) => ({ value: id, label: t('countsAs', words) }));
  return (
    <div className="card stack presence-press">
      <fieldset>
        <legend className="tiles-legend">{t('pressTitle')}</legend>
        <div className="presence-minutes">
          {usualMinutes.map((minutes) => (
            <Button
              key={minutes}
              size="large"
              look={minutes === 20 ? 'primary' : 'secondary'}
              busy={log.isPending}
              aria-label={t('pressAria', { count: minutes })}
              onClick={() => say(minutes)}
            >
              {t('press', { count: minutes })}
            </Button>
          ))}
          <Button size="large" aria-expanded={other !== null} onClick={() => setOther(other === null ? '' : null)}>
            {t('other')}
          </Button>
        </div>
      </fieldset>
      {other !== null && (
        <form
          className="row presence-other"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            sayOther();
          }}
        >
          <TextField
            label={t('minutes')}
            inputMode="numeric"
            value={other}
            error={fault}
            onChange={(event) => setOther(event.target.value)}
          />
          <Button type="submit">{t('save')}</Button>
        </form>
      )}
      {choices.length > 0 && (
        <Select
          label={t('counts')}
          placeholder={t('countsNothing')}
          choices={choices}
          value={commitmentId ?? ''}
          onChange={(event) => setCommitmentId(event.target.value || null)}
        />
      )}
    </div>
  );
}

function Latest({ overview }: { overview: PresenceOverview }) {
  const t = useTexts(presenceTexts);
  const f = useFormat();
  return (
    <details className="action-history">
      <summary>{t('latest', { count: overview.latest.length })}</summary>
      <ul className="plain-list">
        {overview.latest.map((one) => (
          <li key={one.id}>
            <span className="muted small">{f.dateTime(one.at)}</span>
            <span>{t('latestRow', { organisation: one.organisation, minutes: one.minutes })}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Three to five passes a week, in words; why there are none where there are too few events. */
export function PresencePlan({ code, hotspotId }: PresencePartProps) {
  const t = useTexts(presenceTexts);
  const f = useFormat();
  const language = useLanguage();
  const { data, error, refetch } = useQuery(presencePlanQuery(code, hotspotId));
  return (
    <section className="stack stack--tight" aria-label={t('planTitle')}>
      <h3>{t('planTitle')}</h3>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && !error && <Skeleton lines={2} />}
      {data !== undefined && (
        <>
          <p>{data.sentence[language]}</p>
          {data.passes.length > 0 && (
            <ul className="presence-passes">
              {data.passes.map((pass) => (
                <li key={`${pass.weekday} ${pass.hour}`}>
                  {t('planPass', { words: pass.words[language], share: f.share(pass.share) })}
                </li>
              ))}
            </ul>
          )}
          <p className="muted small">{t('planHow')}</p>
        </>
      )}
    </section>
  );
}
