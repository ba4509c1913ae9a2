import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { may, useMembership } from '../api/session.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { Skeleton } from '../ui/skeleton.js';
import { Tabs } from '../ui/tabs.js';
import { causesQuery, type Cause } from './cause-api.js';
import { ChainDrawing, FishboneDrawing, TreeDrawing } from './cause-drawings.js';
import { NewCauseForm } from './cause-form.js';
import { CauseList } from './cause-list.js';
import { causeTexts } from './cause-texts.js';
import './causes.css';
import type { HotspotDetail } from './hotspot-api.js';
import type { HotspotWork } from './work-api.js';

interface CausesTabProps {
  code: string;
  hotspot: HotspotDetail;
  work: HotspotWork;
}

const kinds = ['bone', 'tree', 'chain'] as const;
const bones = ['victim', 'offender', 'place'] as const;

/** Why it happens here, in three ways; what is written in the list is drawn beside it. */
export function CausesTab({ code, hotspot, work }: CausesTabProps) {
  const t = useTexts(causeTexts);
  const mayWrite = may(useMembership(), 'hotspot:decide') && work.mergedInto === null;
  const [way, setWay] = useState<string>('bone');
  const { data, error, refetch } = useQuery(causesQuery(code, hotspot.id));
  if (data === undefined) {
    return error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : <Skeleton lines={6} />;
  }
  const of = (kind: Cause['kind']) => data.filter((cause) => cause.kind === kind);
  return (
    <div className="stack">
      <h2>{t('title')}</h2>
      <p>{t('lead')}</p>
      <Tabs
        label={t('ways')}
        selected={way}
        onSelect={setWay}
        tabs={kinds.map((kind) => ({
          id: kind,
          label: t(kind),
          count: of(kind).length,
          content: <Way {...{ code, hotspot, work, kind, mayWrite }} causes={of(kind)} />,
        }))}
      />
    </div>
  );
}

type WayProps = CausesTabProps & { kind: Cause['kind']; causes: readonly Cause[]; mayWrite: boolean };

function Way({ code, hotspot, work, kind, causes, mayWrite }: WayProps) {
  const t = useTexts(causeTexts);
  const lists = kind === 'bone' ? bones.map((bone) => ({ bone, list: causes.filter((cause) => cause.bone === bone) })) : [{ bone: null, list: causes }];
  const label = t('drawing', { way: t(kind), name: hotspot.name });
  return (
    <div className="stack">
      <p>{t(`${kind}Lead`)}</p>
      {causes.length > 0 && (
        <figure className="cause-figure">
          {kind === 'bone' && <FishboneDrawing causes={causes} label={label} problem={work.problem?.what ?? t('problem')} />}
          {kind === 'tree' && <TreeDrawing causes={causes} label={label} />}
          {kind === 'chain' && <ChainDrawing causes={causes} label={label} />}
        </figure>
      )}
      <div className="cause-lists" data-count={lists.length}>
        {lists.map(({ bone, list }) => {
          const name = bone === null ? t(kind) : t(bone);
          return (
            <section key={name} className="stack stack--tight" aria-label={name}>
              {bone !== null && <h3>{name}</h3>}
              <CauseList code={code} causes={list} label={name} mayWrite={mayWrite} />
              {mayWrite && (
                <NewCauseForm code={code} hotspotId={hotspot.id} kind={kind} bone={bone} label={kind === 'bone' ? t('newIn', { where: name }) : t(kind === 'chain' ? 'newStep' : 'newInTree')} />
              )}
            </section>
          );
        })}
      </div>
    </div>
  );
} // prettier-ignore
