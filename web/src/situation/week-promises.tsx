import { useTexts } from '../ui/language.js';
import { Progress } from '../ui/progress.js';
import { StatusTag, type StatusTone } from '../ui/status-tag.js';
import type { Situation } from './situation-api.js';
import { situationTexts } from './texts.js';

type Commitment = Situation['promises'][number]['commitments'][number];

/** Colour and shape of a status: at work a diamond, done a circle, behind a triangle, not met a square. */
const tones: Record<Commitment['status'], StatusTone> = {
  'on-track': 'action',
  behind: 'caution',
  done: 'good',
  'not-met': 'bad',
  'not-started': 'neutral',
};

/** The promises in force, each counted commitment as a bar with a tick where it should be. */
export function WeekPromises({ promises }: { promises: Situation['promises'] }) {
  const t = useTexts(situationTexts);
  const counted = promises.filter(({ commitments }) => commitments.length > 0);
  if (counted.length === 0) return <p className="muted">{t('noPromises')}</p>;
  return (
    <div className="situation-promises">
      {counted.map(({ id, title, commitments }) => (
        <article key={id} className="stack stack--tight">
          <h3>{title}</h3>
          {commitments.map((commitment) => (
            <CommitmentBar key={commitment.unit} commitment={commitment} />
          ))}
        </article>
      ))}
    </div>
  );
}

function CommitmentBar({ commitment }: { commitment: Commitment }) {
  const t = useTexts(situationTexts);
  const { status, done, target, expectedByToday, sentence, unit } = commitment;
  const tone = tones[status];
  return (
    <div className="situation-commitment">
      <StatusTag tone={tone}>{t(status)}</StatusTag>
      <Progress
        label={unit}
        hideLabel
        value={done}
        max={target}
        due={expectedByToday}
        tone={tone === 'neutral' ? 'action' : tone}
        note={sentence}
      />
    </div>
  );
}
