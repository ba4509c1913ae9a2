import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { may, useMembership } from '../api/session.js';
import { Button } from '../ui/button.js';
import { DescriptionList } from '../ui/description-list.js';
import { useTexts } from '../ui/language.js';
import type { HotspotDetail } from './hotspot-api.js';
import { ProblemForm } from './problem-form.js';
import { problemVersionsQuery, type HotspotWork, type ProblemVersion } from './work-api.js';
import { workTexts } from './work-texts.js';
import { WrittenBy } from './written-by.js';

interface ProblemTabProps {
  code: string;
  hotspot: HotspotDetail;
  work: HotspotWork;
}

/** What happens here, where, when, who is harmed, and what is not known; every version is kept. */
export function ProblemTab({ code, hotspot, work }: ProblemTabProps) {
  const t = useTexts(workTexts);
  const mayWrite = may(useMembership(), 'hotspot:decide') && work.mergedInto === null;
  const [editing, setEditing] = useState(false);
  const { problem } = work;
  const writing = mayWrite && (editing || problem === null);
  return (
    <div className="stack">
      <h2>{t('problemTitle')}</h2>
      {problem === null && !mayWrite && <p className="muted">{t('noProblem')}</p>}
      {writing && (
        <ProblemForm
          code={code}
          id={hotspot.id}
          latest={problem}
          onDone={() => setEditing(false)}
          {...(problem === null ? {} : { onCancel: () => setEditing(false) })}
        />
      )}
      {problem !== null && !writing && (
        <>
          <ProblemFacts problem={problem} />
          {mayWrite && (
            <div>
              <Button icon="edit" onClick={() => setEditing(true)}>
                {t('edit')}
              </Button>
            </div>
          )}
        </>
      )}
      {problem !== null && problem.number > 1 && <Earlier code={code} id={hotspot.id} count={problem.number - 1} />}
    </div>
  );
}

/** One version, without the questions that were left open. */
export function ProblemFacts({ problem }: { problem: ProblemVersion }) {
  const t = useTexts(workTexts);
  const parts = ['what', 'where', 'when', 'harmed', 'consequences', 'unknown'] as const;
  const facts = parts.flatMap((part) => (problem[part] ? [{ term: t(part), value: problem[part] }] : []));
  return (
    <div className="stack stack--tight hotspot-problem">
      <DescriptionList facts={facts} />
      <WrittenBy at={problem.at} by={problem.by} />
    </div>
  );
}

function Earlier({ code, id, count }: { code: string; id: string; count: number }) {
  const t = useTexts(workTexts);
  const [open, setOpen] = useState(false);
  const versions = useQuery({ ...problemVersionsQuery(code, id), enabled: open }).data ?? [];
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('versions', { count })}</summary>
      <ol className="plain-list stack hotspot-versions">
        {versions.slice(1).map((version) => (
          <li key={version.number}>
            <ProblemFacts problem={version} />
          </li>
        ))}
      </ol>
    </details>
  );
}
