import { useQuery } from '@tanstack/react-query';
import { ErrorNotice } from '../ui/error-notice.js';
import { keepTogether } from '../ui/format.js';
import type { IconName } from '../ui/icon-paths.js';
import { Icon } from '../ui/icons.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { Skeleton } from '../ui/skeleton.js';
import { useFormat } from '../ui/use-format.js';
import { explanationQuery, type Explanation as Explained } from './findings-api.js';
import './findings.css';
import { findingsTexts } from './texts.js';

interface ExplanationProps {
  code: string;
  /** The stored run whose rules are checked. */
  run: string;
  /** Longitude and latitude. */
  position: readonly number[];
  /** Heading level in its place. */
  heading?: 'h2' | 'h3';
}

/** Why a place is an anhopning, or why it is not: the sentence and each rule that was checked there. */
export function Explanation({ code, run, position, heading: Heading = 'h3' }: ExplanationProps) {
  const t = useTexts(findingsTexts);
  const f = useFormat();
  const language = useLanguage();
  const { data, error, refetch } = useQuery(explanationQuery(code, { id: run, position, language }));
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton lines={4} />;
  const { nearest } = data;
  return (
    <div className="stack stack--tight findings-why" aria-live="polite">
      <Heading>{data.title}</Heading>
      <p>{keepTogether(data.sentence)}</p>
      <ul className="plain-list findings-facts">
        {data.facts.map((fact) => (
          <Fact key={fact.key} fact={fact} />
        ))}
      </ul>
      {data.inCluster === null && nearest !== null && (
        <p className="small muted">
          {t('nearest', {
            name: nearest.name ?? t('nearestUnnamed', { number: nearest.number }),
            distance: f.distance(nearest.metres),
          })}
        </p>
      )}
    </div>
  );
}

function Fact({ fact: { holds, text } }: { fact: Explained['facts'][number] }) {
  const t = useTexts(findingsTexts);
  const icon: IconName = holds === null ? 'info' : holds ? 'check' : 'close';
  const word = t(holds === null ? 'neither' : holds ? 'holds' : 'fails');
  return (
    <li data-holds={holds ?? 'neither'}>
      <Icon name={icon} size={20} label={word} />
      <span>{keepTogether(text)}</span>
    </li>
  );
}
