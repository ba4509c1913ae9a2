import { useMutation } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { placeProblem } from '../api/form-problems.js';
import { problemName, problemOf, type Problem } from '../api/problem.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { FileDrop } from '../ui/file-drop.js';
import { currentLanguage, useTexts } from '../ui/language.js';
import { Notice } from '../ui/notice.js';
import { Select } from '../ui/select.js';
import { TextField } from '../ui/text-field.js';
import { useFormat } from '../ui/use-format.js';
import { createMunicipality, type NewMunicipality } from './admin-api.js';
import { systemName } from './areas-part.js';
import { areaOfFeature, type GeoJsonFile } from './geojson-file.js';
import { problemTexts } from './problem-texts.js';
import { adminTexts } from './texts.js';
import { useGeoJsonDrop } from './use-geojson-drop.js';

const AreaMap = lazy(async () => ({ default: (await import('./area-map.js')).AreaMap }));

interface Values {
  code: string;
  name: string;
  feature: string;
}

/** Code, name and a boundary that is shown on a map before it is saved. */
export function NewMunicipalityForm({ onMade }: { onMade: (code: string, name: string) => void }) {
  const t = useTexts(adminTexts);
  const form = useForm<Values>({ defaultValues: { code: '', name: '', feature: '' } });
  const [problem, setProblem] = useState<Problem | null>(null);
  const [boundaryFault, setBoundaryFault] = useState<string>();
  const create = useMutation({ mutationFn: createMunicipality });
  const { errors } = form.formState;
  const fillIn = (file: GeoJsonFile, index: number) => {
    const { code = null, name = null } = file.features[index] ?? {};
    if (code !== null) form.setValue('code', code, { shouldValidate: true });
    if (name !== null) form.setValue('name', name, { shouldValidate: true });
  };
  const boundary = useGeoJsonDrop((file) => {
    setBoundaryFault(undefined);
    form.setValue('feature', file.features.length === 1 ? '0' : '');
    if (file.features.length === 1) fillIn(file, 0);
  });
  const areas = useGeoJsonDrop();
  const index = useWatch({ control: form.control, name: 'feature' });
  const chosen = boundary.content?.features[index === '' ? -1 : Number(index)];

  const save = async ({ code, name }: Values) => {
    setProblem(null);
    if (chosen === undefined) {
      setBoundaryFault(t('boundaryMissing'));
      return;
    }
    const body = {
      code,
      name,
      boundary: chosen.json,
      ...(areas.content === null ? {} : { areas: areas.content.json }),
    };
    try {
      await create.mutateAsync(body as NewMunicipality);
      onMade(code, name);
    } catch (error) {
      const found = problemOf(error, currentLanguage());
      const atBoundary = found.errors?.find(({ pointer }) => pointer.startsWith('/boundary'));
      if (problemName(found) === 'municipality-exists')
        form.setError('code', { message: found.title }, { shouldFocus: true });
      else if (atBoundary !== undefined) setBoundaryFault(atBoundary.detail);
      else setProblem(placeProblem(error, form.setError, ['code', 'name']));
    }
  };
  return (
    <form className="stack admin-new" noValidate onSubmit={(event) => void form.handleSubmit(save)(event)}>
      <ErrorNotice error={problem} />
      <FileDrop
        label={t('boundaryFile')}
        hint={t('boundaryFileHint')}
        accept=".geojson,.json"
        file={boundary.file}
        onFile={boundary.drop}
        error={boundary.fault ?? boundaryFault}
      />
      {boundary.content !== null && boundary.content.features.length > 1 && (
        <WhichFeature
          file={boundary.content}
          field={form.register('feature')}
          onChosen={(index) => fillIn(boundary.content!, index)}
        />
      )}
      {boundary.content !== null && chosen !== undefined && <Boundary file={boundary.content} feature={chosen} />}
      <div className="admin-code">
        <TextField
          label={t('code')}
          hint={t('codeHint')}
          inputMode="numeric"
          maxLength={5}
          autoComplete="off"
          error={errors.code?.message}
          {...form.register('code', {
            required: t('codeWrong'),
            pattern: { value: /^\d{4,5}$/, message: t('codeWrong') },
          })}
        />
        <TextField
          label={t('name')}
          maxLength={80}
          autoComplete="off"
          error={errors.name?.message}
          {...form.register('name', { required: t('nameMissing') })}
        />
      </div>
      <FileDrop
        label={t('areasOptional')}
        hint={t('areaFileHint')}
        accept=".geojson,.json"
        file={areas.file}
        onFile={areas.drop}
        error={areas.fault}
      />
      <div>
        <Button type="submit" look="primary" size="large" busy={create.isPending}>
          {t('create')}
        </Button>
      </div>
    </form>
  );
}

interface WhichFeatureProps {
  file: GeoJsonFile;
  field: ReturnType<ReturnType<typeof useForm<Values>>['register']>;
  onChosen: (index: number) => void;
}

/** A file of many areas, such as all municipalities of a county: one of them is chosen by name. */
function WhichFeature({ file, field, onChosen }: WhichFeatureProps) {
  const t = useTexts(adminTexts);
  const choices = file.features.map(({ name, code }, index) => ({
    value: String(index),
    label: [name ?? t('featureNumber', { number: index + 1 }), code].filter(Boolean).join(' · '),
  }));
  return (
    <Select
      label={t('whichFeature', { count: file.features.length })}
      choices={choices.toSorted((a, b) => a.label.localeCompare(b.label, 'sv'))}
      {...field}
      onChange={(event) => {
        void field.onChange(event);
        if (event.target.value !== '') onChosen(Number(event.target.value));
      }}
    />
  );
}

function Boundary({ file, feature }: { file: GeoJsonFile; feature: GeoJsonFile['features'][number] }) {
  const t = useTexts(adminTexts);
  const problems = useTexts(problemTexts);
  const f = useFormat();
  const area = useMemo(() => areaOfFeature(feature), [feature]);
  const shown = useMemo(
    () => (typeof area === 'string' ? [] : [{ name: feature.name ?? '', geometry: area.geometry }]),
    [area, feature],
  );
  if (typeof area === 'string') {
    return (
      <Notice tone="bad" urgent>
        <p>{problems(area)}</p>
      </Notice>
    );
  }
  const squareKilometres = area.squareMetres / 1e6;
  return (
    <div className="stack stack--tight">
      {file.from !== null && (
        <Notice>
          <p>{t('reprojected', { system: systemName(file.from) })}</p>
        </Notice>
      )}
      <Suspense fallback={<div className="admin-map" />}>
        <AreaMap label={t('boundaryMap')} areas={shown} />
      </Suspense>
      <output>{t('boundaryArea', { area: f.number(squareKilometres, squareKilometres < 10 ? 2 : 0) })}</output>
    </div>
  );
}
