import { lazy, Suspense } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { may, useMembership } from '../api/session.js';
import { Button } from '../ui/button.js';
import { DescriptionList } from '../ui/description-list.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { Notice } from '../ui/notice.js';
import { Skeleton } from '../ui/skeleton.js';
import { useFormat } from '../ui/use-format.js';
import { ColumnTable } from './column-table.js';
import { Figures } from './figures.js';
import { type ImportDetail, type ImportPreview, useMoveImport } from './import-api.js';
import { PlacedList } from './placed-list.js';
import { PreviewNotices } from './preview-notices.js';
import { ProfileNotice, ReadingChoices } from './reading-choices.js';
import { Rejections } from './rejections.js';
import { SampleTable } from './sample-table.js';
import { importTexts } from './texts.js';

const PointsMap = lazy(() => import('./points-map.js').then((module) => ({ default: module.PointsMap })));

interface PreviewProps {
  code: string;
  data: ImportDetail;
  preview: ImportPreview;
}

/** What the file would become: figures and warnings first, the columns to correct, then rows and map. */
export function PreviewView({ code, data, preview }: PreviewProps) {
  const t = useTexts(importTexts);
  const mayRun = may(useMembership(), 'import:run');
  const { stored, repeated } = preview;
  return (
    <div className="stack stack--wide">
      <section className="card stack">
        <p className="lead">{t('previewLead')}</p>
        <Figures
          figures={(['fresh', 'changed', 'duplicate', 'rejected'] as const)
            .map((key) => ({ key, value: key === 'duplicate' ? stored + repeated : preview[key] }))
            .filter(({ key, value }) => key === 'fresh' || value > 0)
            .map(({ key, value }) => ({ label: t(key), value, tone: key === 'rejected' ? 'caution' : undefined }))}
        />
        {stored + repeated > 0 && <p className="small muted">{t('duplicateText', { stored, repeated })}</p>}
        {mayRun && <Actions code={code} data={data} preview={preview} />}
      </section>
      <ProfileNotice preview={preview} />
      <PreviewNotices preview={preview} kind={data.kind} />
      {mayRun && data.kind === 'points' && <ReadingChoices code={code} data={data} preview={preview} />}
      <div className="import-columns">
        <div className="stack stack--wide">
          <FileFacts preview={preview} />
          <PlacedList code={code} placed={preview.placed} />
        </div>
        {preview.points.length > 0 && (
          <section className="stack">
            <h2>{t('mapTitle')}</h2>
            <Suspense fallback={<Skeleton lines={5} />}>
              <PointsMap code={code} points={preview.points} />
            </Suspense>
          </section>
        )}
      </div>
      <Rejections rejections={preview.rejections} />
      {preview.columns.length > 0 && <ColumnTable code={code} data={data} preview={preview} mayChange={mayRun} />}
      <SampleTable code={code} preview={preview} />
    </div>
  );
}

function Actions({ code, data, preview }: PreviewProps) {
  const t = useTexts(importTexts);
  const move = useMoveImport(code, data.id);
  const navigate = useNavigate();
  const count = preview.fresh + preview.changed;
  const back = () => void navigate({ to: '/$code/importera', params: { code } });
  return (
    <>
      <div className="row">
        <Button
          look="primary"
          size="large"
          icon="import"
          busy={move.isPending}
          disabled={preview.blockers.length > 0 || count === 0}
          onClick={() => move.mutate('start')}
        >
          {count === 0 ? t('startNothing') : t('start', { count })}
        </Button>
        <Button look="quiet" size="large" onClick={() => move.mutate('cancel', { onSuccess: back })}>
          {t('discard')}
        </Button>
      </div>
      <ErrorNotice error={move.error} />
      {preview.blockers.map(({ code: blocker, sentence }) => (
        <Notice key={blocker} tone="bad" title={t('blocked')}>
          <p>{sentence}</p>
        </Notice>
      ))}
    </>
  );
}

function FileFacts({ preview }: { preview: ImportPreview }) {
  const t = useTexts(importTexts);
  const f = useFormat();
  const { periodFrom, periodTo, referenceSystemName, encoding, sheet } = preview;
  const facts = [
    { term: t('rows'), value: f.number(preview.rowCount) },
    ...(periodFrom && periodTo ? [{ term: t('period'), value: f.period(periodFrom, periodTo) }] : []),
    ...(preview.crimes > 0 ? [{ term: t('crimes'), value: f.number(preview.crimes) }] : []),
    ...(preview.columns.length > 0
      ? [{ term: t('system'), value: referenceSystemName ?? t('noSystem') }]
      : []),
    ...(encoding ? [{ term: t('encoding'), value: encoding.toUpperCase() }] : []),
    ...(sheet ? [{ term: t('sheet'), value: [sheet, ...preview.otherSheets.map((name) => `(${name})`)].join(' ') }] : []),
  ]; // prettier-ignore
  return (
    <section className="stack">
      <h2>{t('facts')}</h2>
      <DescriptionList facts={facts} />
    </section>
  );
}
