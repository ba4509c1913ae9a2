import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { may, useMembership } from '../api/session.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { RadioTiles } from '../ui/radio-tiles.js';
import { Skeleton } from '../ui/skeleton.js';
import { useFormat } from '../ui/use-format.js';
import { Approve } from './approve.js';
import { EditionSections } from './edition-sections.js';
import { editionTexts } from './edition-texts.js';
import { PublishingDecisionPart } from './publishing-decision.js';
import { type EditionOf, editionQuery } from './situation-api.js';
import { audienceOf, audiences, searchOfAudience, type SituationSearch } from './situation-search.js';
import { Versions } from './versions.js';
import { WorkingCopy } from './working-copy.js';

interface EditionTabProps {
  code: string;
  period: string;
  search: SituationSearch;
}

/** The text of a period for one audience: edited by section, approved, and the versions that were. */
export function EditionTab({ code, period, search }: EditionTabProps) {
  const t = useTexts(editionTexts);
  const navigate = useNavigate();
  const audience = audienceOf(search);
  const mayWrite = may(useMembership(), 'situation:write');
  const choose = (value: string) => {
    const { malgrupp: _, ...rest } = search;
    void navigate({ to: '/$code/lagesbild', params: { code }, search: { ...rest, ...searchOfAudience(value) } });
  };
  return (
    <div className="stack stack--wide">
      {mayWrite ? (
        <>
          <RadioTiles
            legend={t('audience')}
            size="small"
            value={audience}
            onChange={choose}
            tiles={audiences.map((value) => ({ value, label: t(value) }))}
          />
          <Draft key={`${period} ${audience}`} of={{ code, period, audience }} />
        </>
      ) : (
        <p className="muted">{t('notWriter')}</p>
      )}
      <Versions code={code} period={period} />
    </div>
  );
}

function Draft({ of }: { of: EditionOf }) {
  const t = useTexts(editionTexts);
  const f = useFormat();
  const language = useLanguage();
  const membership = useMembership();
  const mayApprove = may(membership, 'situation:approve');
  const mayExport = may(membership, 'document:export');
  const [today] = useState(() => new Date().toISOString().slice(0, 10));
  const { data, error, refetch } = useQuery(editionQuery(of, language));
  return (
    <>
      <p className="muted situation-prose">
        {t(`${of.audience}Lead`)} {data?.partial && t('partial')} {data?.running && t('running')}
      </p>
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Skeleton lines={8} />}
      {data && of.audience === 'public' && (
        <PublishingDecisionPart code={of.code} decision={data.decision} mayDecide={mayApprove} />
      )}
      {data && <EditionSections of={of} edition={data} />}
      {data && mayExport && <WorkingCopy of={of} edition={data} today={today} />}
      {data && mayApprove && <Approve of={of} edition={data} />}
      {data?.publicFrom && data.publicFrom > today && (
        <p className="small muted">{t('publicFrom', { day: f.date(data.publicFrom, 'long') })}</p>
      )}
    </>
  );
}
