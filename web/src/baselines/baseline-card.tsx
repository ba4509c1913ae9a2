import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { Notice } from '../ui/notice.js';
import { showToast } from '../ui/toast.js';
import { useFormat } from '../ui/use-format.js';
import { type Baseline, surfaceQuery, useChangeWeights, useRemove, useRestore } from './baseline-api.js';
import { baselineTexts } from './texts.js';
import { WeightFields } from './weight-fields.js';
import { countsOf, sameWeights, type Weights } from './weights.js';

const SurfaceMap = lazy(async () => ({ default: (await import('./surface-map.js')).SurfaceMap }));

interface CardProps {
  code: string;
  baseline: Baseline;
  usualWeights: Weights;
  mayWrite: boolean;
}

/** One baseline in use: from when, what is in it, how much each kind counts, and where they are. */
export function BaselineCard({ code, baseline, usualWeights, mayWrite }: CardProps) {
  const t = useTexts(baselineTexts);
  const f = useFormat();
  const surface = useQuery(surfaceQuery(code, baseline)).data;
  const { name, source, fileName, asOf, points, rejected, outside, old } = baseline;
  return (
    <article className="card stack" aria-label={name}>
      <div className="row row--between">
        <h3>{name}</h3>
        {mayWrite && <RemoveButton code={code} baseline={baseline} />}
      </div>
      <p className="muted">
        {[
          t('asOf', { day: f.date(asOf, 'long') }),
          source === 'register' ? t('source_register') : t('source_import', { file: fileName ?? '' }),
          t('points', { count: points }),
        ].join(' · ')}
      </p>
      {old && (
        <Notice tone="caution" title={t('old')}>
          <p>{t('oldText')}</p>
        </Notice>
      )}
      {rejected + outside > 0 && <p className="muted">{t('rowsLeftOut', { rejected, outside })}</p>}
      <div className="baseline-columns">
        {mayWrite ? (
          <WeightForm key={baseline.version} code={code} baseline={baseline} usualWeights={usualWeights} />
        ) : (
          <Shares baseline={baseline} />
        )}
        <Suspense fallback={<div className="baseline-map" />}>
          {surface && <SurfaceMap code={code} name={name} surface={surface} />}
        </Suspense>
      </div>
    </article>
  );
}

function Shares({ baseline }: { baseline: Baseline }) {
  const t = useTexts(baselineTexts);
  const f = useFormat();
  return (
    <dl className="baseline-shares">
      {baseline.kinds.map(({ kind, count, share }) => (
        <div key={kind}>
          <dt>{t(`${kind}_kind`)}</dt>
          <dd>{t('weightShare', { people: f.number(count), share: f.share(share) })}</dd>
        </div>
      ))}
    </dl>
  );
}

function WeightForm({ code, baseline, usualWeights }: Omit<CardProps, 'mayWrite'>) {
  const t = useTexts(baselineTexts);
  const [weights, setWeights] = useState(baseline.weights);
  const save = useChangeWeights(code, baseline);
  const changed = !sameWeights(weights, baseline.weights);
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(weights, { onSuccess: () => showToast({ text: t('saved'), tone: 'good' }) });
      }}
    >
      <WeightFields counts={countsOf(baseline.kinds)} weights={weights} onChange={setWeights} />
      <ErrorNotice error={save.error} />
      <div className="row">
        <Button type="submit" busy={save.isPending} disabled={!changed}>
          {t('saveWeights')}
        </Button>
        {!sameWeights(weights, usualWeights) && (
          <Button look="quiet" onClick={() => setWeights(usualWeights)}>
            {t('resetWeights')}
          </Button>
        )}
      </div>
    </form>
  );
}

function RemoveButton({ code, baseline }: { code: string; baseline: Baseline }) {
  const t = useTexts(baselineTexts);
  const f = useFormat();
  const remove = useRemove(code);
  const restore = useRestore(code);
  const act = () =>
    remove.mutate(baseline.id, {
      onSuccess: ({ removed, restored }) => {
        const told = t('removed', { name: removed.name, count: removed.points, people: f.number(removed.people) });
        const back = restored === null ? '' : ` ${t('restored', { name: restored.name })}`;
        // What came back stands in its place; undoing that is a choice to make in the list.
        const undo = restored === null ? { undo: { act: () => restore.mutate(removed.id), label: t('undo') } } : {};
        showToast({ text: `${told}${back}`, tone: 'plain', ...undo });
      },
    });
  return (
    <>
      <Button look="quiet" icon="trash" busy={remove.isPending} onClick={act}>
        {t('remove')}
      </Button>
      <ErrorNotice error={remove.error} />
    </>
  );
}
