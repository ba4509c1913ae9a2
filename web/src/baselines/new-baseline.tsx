import { useState } from 'react';
import { ProblemError } from '../api/problem.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { FileDrop } from '../ui/file-drop.js';
import { useTexts } from '../ui/language.js';
import { Progress } from '../ui/progress.js';
import { RadioTiles } from '../ui/radio-tiles.js';
import { type Baseline, type BaselineSource, usePreview } from './baseline-api.js';
import { BaselinePreviewView } from './baseline-preview.js';
import { baselineTexts } from './texts.js';
import type { Weights } from './weights.js';

interface NewBaselineProps {
  code: string;
  existing: readonly Baseline[];
  usualWeights: Weights;
}

/** A file or the registers; what it becomes is shown before anything is saved. */
export function NewBaseline({ code, existing, usualWeights }: NewBaselineProps) {
  const t = useTexts(baselineTexts);
  const [source, setSource] = useState<BaselineSource>('import');
  const [file, setFile] = useState<File | null>(null);
  const preview = usePreview(code);
  const read = (draft: { source: BaselineSource; file: File | null }) =>
    preview.mutate({ ...draft, weights: usualWeights });
  const clear = () => {
    setFile(null);
    preview.reset();
  };
  const fault = fileFault(preview.error);
  return (
    <section className="stack" aria-labelledby="baseline-new">
      <h2 id="baseline-new">{t('newTitle')}</h2>
      <RadioTiles
        legend={t('sourceLabel')}
        size="small"
        value={source}
        onChange={(value) => {
          clear();
          setSource(value as BaselineSource);
        }}
        tiles={[
          { value: 'import', label: t('sourceFile'), note: t('sourceFileNote') },
          { value: 'register', label: t('sourceRegister'), note: t('sourceRegisterNote') },
        ]}
      />
      {source === 'import' ? (
        <FileDrop
          label={t('fileLabel')}
          hint={t('fileHint')}
          accept=".csv,.txt,.tsv,.xlsx"
          file={file}
          onFile={(picked) => {
            setFile(picked);
            read({ source, file: picked });
          }}
          error={fault}
        />
      ) : (
        <div>
          <Button busy={preview.isPending} onClick={() => read({ source, file: null })}>
            {t('readRegister')}
          </Button>
        </div>
      )}
      <p className="muted">{t('privacy')}</p>
      {preview.isPending && <Progress label={t('reading')} value={null} max={1} />}
      {fault === undefined && <ErrorNotice error={preview.error} />}
      {preview.data && (
        <BaselinePreviewView
          key={preview.data.fingerprint}
          code={code}
          preview={preview.data}
          draft={{ source, file }}
          existing={existing}
          onDone={clear}
        />
      )}
    </section>
  );
}

/** What the API says about the file, when it says something about it. */
function fileFault(error: unknown): string | undefined {
  if (!(error instanceof ProblemError)) return undefined;
  return error.problem.errors?.find(({ pointer }) => pointer === '/file')?.detail;
}
