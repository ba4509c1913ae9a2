import { useTexts } from '../ui/language.js';
import { Progress } from '../ui/progress.js';
import type { Situation } from './situation-api.js';
import { situationTexts } from './texts.js';

type Commitment = Situation['promises'][number]['commitments'][number];

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
          {commitments.map((commitment, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- commitments have no id here, and never move
            <CommitmentBar key={index} commitment={commitment} />
          ))}
        </article>
      ))}
    </div>
  );
}

/** The colour repeats what the sentence says in words. */
const tones = {
  'on-track': 'action',
  behind: 'caution',
  done: 'good',
  'not-met': 'bad',
  'not-started': 'action',
} as const;

function CommitmentBar({ commitment }: { commitment: Commitment }) {
  const { status, done, target, expectedByToday, sentence, unit } = commitment;
  return (
    <Progress
      label={unit}
      hideLabel
      value={done}
      max={target}
      due={expectedByToday}
      tone={tones[status]}
      note={sentence}
    />
  );
}
