import { lazy, Suspense, useState } from 'react';
import { useForm } from 'react-hook-form';
import { placeProblem } from '../api/form-problems.js';
import type { Problem } from '../api/problem.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { Notice } from '../ui/notice.js';
import { Select } from '../ui/select.js';
import { DateField, TextField } from '../ui/text-field.js';
import { showToast } from '../ui/toast.js';
import { type Baseline, type BaselinePreview, type BaselineSource, useCreate } from './baseline-api.js';
import { baselineTexts } from './texts.js';
import { WeightFields } from './weight-fields.js';
import { countsOf } from './weights.js';

const SurfaceMap = lazy(async () => ({ default: (await import('./surface-map.js')).SurfaceMap }));

interface PreviewProps {
  code: string;
  preview: BaselinePreview;
  draft: { source: BaselineSource; file: File | null };
  existing: readonly Baseline[];
  onDone: () => void;
}

/** What was read and what was not, where the people are, and the form that takes it into use. */
export function BaselinePreviewView({ code, preview, draft, existing, onDone }: PreviewProps) {
  const t = useTexts(baselineTexts);
  return (
    <section className="card stack" aria-labelledby="baseline-preview">
      <h3 id="baseline-preview">{t('previewTitle')}</h3>
      <output className="row">
        <strong>{t('previewRows', { count: preview.rows })}</strong>
        <span>{t('previewPoints', { count: preview.points })}</span>
        {preview.rejected > 0 && <span>{t('previewRejected', { count: preview.rejected })}</span>}
      </output>
      {preview.notices.map((notice) => (
        <Notice key={notice}>
          <p>{notice}</p>
        </Notice>
      ))}
      <LeftOut preview={preview} />
      {preview.objection === null ? (
        <div className="baseline-columns">
          <UseForm code={code} preview={preview} draft={draft} existing={existing} onDone={onDone} />
          <Suspense fallback={<div className="baseline-map" />}>
            <SurfaceMap code={code} name={t('previewTitle')} surface={preview.surface} />
          </Suspense>
        </div>
      ) : (
        <Notice tone="bad" title={t('cannot')}>
          <p>{preview.objection}</p>
        </Notice>
      )}
    </section>
  );
}

/** Rows to mend, by reason, and those outside the municipality. */
function LeftOut({ preview: { rejections, outside, outsideRows } }: { preview: BaselinePreview }) {
  const t = useTexts(baselineTexts);
  const rowsText = (count: number, rows: readonly number[]) =>
    t(count > rows.length ? 'mendMore' : 'mendRows', { rows: rows.join(', ') });
  return (
    <ul className="plain-list baseline-mend">
      {rejections.map(({ code, sentence, count, rows }) => (
        <li key={code}>
          <p>
            <strong>{t('previewRejected', { count })}.</strong> {sentence}
          </p>
          <p className="muted small">{rowsText(count, rows)}</p>
        </li>
      ))}
      {outside > 0 && (
        <li>
          <p>{t('previewOutside', { count: outside })}.</p>
          <p className="muted small">{rowsText(outside, outsideRows)}</p>
        </li>
      )}
    </ul>
  );
}

interface Values {
  name: string;
  asOf: string;
  replaces: string;
}

function UseForm({ code, preview, draft, existing, onDone }: PreviewProps) {
  const t = useTexts(baselineTexts);
  const [weights, setWeights] = useState(preview.weights);
  const [problem, setProblem] = useState<Problem | null>(null);
  const create = useCreate(code);
  const form = useForm<Values>({
    defaultValues: { name: existing[0]?.name ?? '', asOf: '', replaces: existing[0]?.id ?? '' },
  });
  const { errors } = form.formState;
  const save = async ({ name, asOf, replaces }: Values) => {
    setProblem(null);
    const { fingerprint } = preview;
    try {
      await create.mutateAsync({
        ...draft,
        weights,
        name,
        asOf,
        fingerprint,
        replaces: replaces === '' ? null : replaces,
      });
      showToast({ text: t('used'), tone: 'good' });
      onDone();
    } catch (error) {
      setProblem(placeProblem(error, form.setError, ['name', 'asOf']));
    }
  };
  return (
    <form className="stack" noValidate onSubmit={(event) => void form.handleSubmit(save)(event)}>
      <ErrorNotice error={problem} />
      <TextField
        label={t('nameLabel')}
        hint={t('nameHint')}
        error={errors.name?.message}
        maxLength={80}
        {...form.register('name', { validate: (name) => name.trim() !== '' || t('nameMissing') })}
      />
      <DateField
        label={t('dayLabel')}
        error={errors.asOf?.message}
        {...form.register('asOf', { required: t('dayMissing') })}
      />
      {existing.length > 0 && (
        <Select
          label={t('replaceLabel')}
          placeholder={t('replaceNone')}
          choices={existing.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.register('replaces')}
        />
      )}
      <WeightFields counts={countsOf(preview.kinds)} weights={weights} onChange={setWeights} />
      <div className="row">
        <Button type="submit" look="primary" busy={create.isPending}>
          {t('use')}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
