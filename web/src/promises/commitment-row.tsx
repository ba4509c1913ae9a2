import { useState } from 'react';
import { Button } from '../ui/button.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { Progress } from '../ui/progress.js';
import { StatusTag } from '../ui/status-tag.js';
import { LogOccasion } from './log-occasion.js';
import { OccasionList } from './occasion-list.js';
import type { CitizenPromise, Commitment } from './promise-api.js';
import { statusTones } from './promise-status.js';
import { promiseTexts } from './texts.js';

interface CommitmentRowProps {
  code: string;
  promise: CitizenPromise;
  commitment: Commitment;
  mayLog: boolean;
  mayWrite: boolean;
}

/** One commitment: what it is, how far it has come, where it should be today, and the button to log it. */
export function CommitmentRow({ code, promise, commitment, mayLog, mayWrite }: CommitmentRowProps) {
  const t = useTexts(promiseTexts);
  const language = useLanguage();
  const [logging, setLogging] = useState(false);
  const [listing, setListing] = useState(false);
  const { progress, sentence, parties, occasionCount, text } = commitment;
  const delivery = commitment.form === 'delivery';
  const loggable = mayLog && commitment.form !== 'direction' && !(delivery && occasionCount > 0);
  const tone = progress.status === null ? 'neutral' : statusTones[progress.status];
  return (
    <li className="promise-commitment">
      <div className="promise-commitment-head">
        <h4>{text}</h4>
        {progress.status !== null && <StatusTag tone={tone}>{t(progress.status)}</StatusTag>}
      </div>
      {progress.target !== null && !delivery && (
        <Progress
          label={text}
          hideLabel
          value={progress.done}
          max={progress.target}
          tone={tone === 'neutral' ? 'action' : tone}
          {...(progress.expectedByToday === null ? {} : { due: progress.expectedByToday })}
        />
      )}
      <p className="promise-commitment-sentence">{sentence[language]}</p>
      {parties.length > 0 && <p className="muted small">{parties.map(({ name }) => name).join(' · ')}</p>}
      <div className="promise-commitment-actions">
        {loggable && (
          <Button
            icon={delivery ? 'check' : 'plus'}
            aria-label={t(delivery ? 'deliverFor' : 'logFor', { text })}
            onClick={() => setLogging(true)}
          >
            {t(delivery ? 'deliver' : 'log')}
          </Button>
        )}
        {occasionCount > 0 && (
          <Button
            look="quiet"
            icon={listing ? 'chevronUp' : 'chevronDown'}
            aria-expanded={listing}
            onClick={() => setListing(!listing)}
          >
            {t('occasions', { count: occasionCount })}
          </Button>
        )}
      </div>
      {listing && occasionCount > 0 && (
        <OccasionList code={code} commitmentId={commitment.id} mayLog={mayLog} mayWrite={mayWrite} />
      )}
      <LogOccasion
        code={code}
        promise={promise}
        commitment={commitment}
        open={logging}
        onClose={() => setLogging(false)}
      />
    </li>
  );
}
