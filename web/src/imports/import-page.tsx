import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { Button, buttonClass } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Icon } from '../ui/icons.js';
import { useTexts } from '../ui/language.js';
import { Notice } from '../ui/notice.js';
import { Page } from '../ui/page.js';
import { Progress } from '../ui/progress.js';
import { Skeleton } from '../ui/skeleton.js';
import { type ImportDetail, importQuery, isWorking, useMoveImport } from './import-api.js';
import './imports.css';
import { PreviewView } from './preview-view.js';
import { ResultView } from './result-view.js';
import { importTexts } from './texts.js';

/** One import: its preview, then its progress, then its result, at one address. */
export function ImportPage() {
  const t = useTexts(importTexts);
  const { code, id } = useParams({ from: '/signed-in/$code/importera/$id' });
  const { data, error, isPending, refetch } = useQuery(importQuery(code, id));
  useFreshFigures(code, data);
  return (
    <Page title={data?.fileName ?? t('title')}>
      <p>
        <Link to="/$code/importera" params={{ code }} className="import-back">
          <Icon name="back" size={20} /> {t('back')}
        </Link>
      </p>
      {isPending && <Skeleton lines={6} />}
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {data && <ImportStage code={code} data={data} />}
    </Page>
  );
}

function ImportStage({ code, data }: { code: string; data: ImportDetail }) {
  if (isWorking(data.status)) return <RunningView code={code} data={data} />;
  if (data.status === 'preview' && data.preview) return <PreviewView code={code} data={data} preview={data.preview} />;
  if (data.status === 'done' || data.status === 'undone') return <ResultView code={code} data={data} />;
  return <EndedView code={code} data={data} />;
}

function RunningView({ code, data }: { code: string; data: ImportDetail }) {
  const t = useTexts(importTexts);
  const move = useMoveImport(code, data.id);
  return (
    <section className="card stack import-running">
      <Progress
        label={t('running', { file: data.fileName })}
        value={data.step === 'queued' ? null : (data.progress ?? 0)}
        max={1}
        note={t(`step_${data.step ?? 'queued'}`)}
      />
      <div>
        <Button onClick={() => move.mutate('cancel')} busy={move.isPending}>
          {t('cancel')}
        </Button>
      </div>
      <ErrorNotice error={move.error} />
    </section>
  );
}

/** Interrupted, cancelled or failed: nothing of it remains, and the way on is to choose the file again. */
function EndedView({ code, data }: { code: string; data: ImportDetail }) {
  const t = useTexts(importTexts);
  return (
    <Notice
      tone={data.status === 'cancelled' ? 'info' : 'caution'}
      title={t(`status_${data.status}`)}
      action={
        <Link to="/$code/importera" params={{ code }} className={buttonClass({ look: 'primary' })}>
          {t('again')}
        </Link>
      }
    >
      <p>{data.explanation ?? t('cancelled')}</p>
    </Notice>
  );
}

/** When an import has ended, what other pages show of incidents is old. */
function useFreshFigures(code: string, data: ImportDetail | undefined): void {
  const client = useQueryClient();
  const before = useRef(data?.status);
  useEffect(() => {
    const ended = before.current !== undefined && isWorking(before.current) && data && !isWorking(data.status);
    const undone = before.current === 'done' && data?.status === 'undone';
    before.current = data?.status;
    if (ended || undone) void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
  }, [client, code, data]);
}
