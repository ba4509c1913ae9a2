import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useForm } from 'react-hook-form';
import { placeProblem } from '../api/form-problems.js';
import type { Problem } from '../api/problem.js';
import { baseMapQuery } from '../map/base-map.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { FieldError } from '../ui/field.js';
import { useTexts } from '../ui/language.js';
import { Select } from '../ui/select.js';
import { TextArea, TextField } from '../ui/text-field.js';
import { organisationsQuery } from './admin-api.js';
import { useListWrite } from './list-api.js';
import {
  addPlace,
  editPlace,
  type ListedPlace,
  mergePlace,
  type PlaceEdit,
  type PlaceList,
  placeListQuery,
} from './place-api.js';
import { isPlaceKind, placeKinds, placeKindTexts } from './place-kinds.js';
import { placeTexts } from './place-texts.js';
import { FormEnd, RowHistory } from './row-tools.js';

const PlacePicker = lazy(async () => ({ default: (await import('../map/place-picker.js')).PlacePicker }));

interface PlaceDialogProps {
  code: string;
  place: ListedPlace | null;
  places: readonly ListedPlace[];
  onDone: () => void;
}

/** One place: its names, where it lies, and whether it is the same as another. */
export function PlaceDialog(props: PlaceDialogProps) {
  const { code, place, places } = props;
  const t = useTexts(placeTexts);
  const write = useListWrite<PlaceList>(code, placeListQuery(code).queryKey);
  if (place === null || place.mergedInto === null)
    return (
      <div className="stack stack--wide">
        <PlaceForm {...props} />
        {place !== null && <MergePart {...props} place={place} />}
        {place !== null && <RowHistory code={code} list="places" subjectId={place.id} />}
      </div>
    );
  const { id, name, mergedInto } = place;
  const other = places.find((one) => one.id === mergedInto)?.name ?? '';
  return (
    <div className="stack">
      <p>{t('mergedLead', { name, other })}</p>
      <ErrorNotice error={write.error} />
      <div>
        <Button
          icon="undo"
          busy={write.isPending}
          onClick={() =>
            write.mutate({
              write: mergePlace(code, id, null),
              back: mergePlace(code, id, mergedInto),
              said: t('parted', { name }),
            })
          }
        >
          {t('part')}
        </Button>
      </div>
      <RowHistory code={code} list="places" subjectId={id} />
    </div>
  );
}

interface Values {
  name: string;
  kind: string;
  aliases: string;
  organisationId: string;
}

function PlaceForm({ code, place, onDone }: PlaceDialogProps) {
  const t = useTexts(placeTexts);
  const kinds = useTexts(placeKindTexts);
  const write = useListWrite<PlaceList>(code, placeListQuery(code).queryKey);
  const organisations = useQuery(organisationsQuery(code)).data ?? [];
  const ground = useQuery(baseMapQuery(code)).data;
  const [problem, setProblem] = useState<Problem | null>(null);
  const [position, setPosition] = useState<readonly [number, number] | null>(place ? at(place) : null);
  const [lost, setLost] = useState<string | undefined>(undefined);
  const form = useForm<Values>({
    defaultValues: { name: place?.name ?? '', kind: place?.kind ?? '', aliases: place?.aliases.join('\n') ?? '', organisationId: place?.organisationId ?? '' },
  }); // prettier-ignore
  const { errors } = form.formState;
  const known = placeKinds.map((value) => ({ value: value as string, label: kinds(value) }));
  const own = place && !isPlaceKind(place.kind) ? [{ value: place.kind, label: place.kind }] : [];
  const choices = [...own, ...known];
  const save = async (values: Values) => {
    setProblem(null);
    setLost(position === null ? t('positionMissing') : undefined);
    if (position === null) return;
    const edit = editFrom(values, position);
    try {
      await write.mutateAsync({
        write: place ? editPlace(code, place.id, edit) : addPlace(code, edit),
        back: place ? editPlace(code, place.id, editOf(place)) : undefined,
        said: t(place ? 'saved' : 'added', { name: edit.name }),
      });
      onDone();
    } catch (error) {
      setProblem(placeProblem(error, form.setError, ['name', 'kind', 'aliases', 'organisationId']));
    }
  };
  return (
    <form className="stack" noValidate onSubmit={(event) => void form.handleSubmit(save)(event)}>
      <ErrorNotice error={problem} />
      <TextField label={t('name')} maxLength={120} autoComplete="off" error={errors.name?.message} {...form.register('name', { required: t('nameMissing') })} />
      <Select
        label={t('kind')}
        choices={choices}
        error={errors.kind?.message}
        {...form.register('kind', { required: t('kindMissing') })}
      />
      <TextArea label={t('aliases')} hint={t('aliasesHint')} rows={3} optional error={errors.aliases?.message} {...form.register('aliases')} />
      <Select
        label={t('organisation')}
        placeholder={t('noOrganisation')}
        choices={organisations.map(({ id, name }) => ({ value: id, label: name }))}
        error={errors.organisationId?.message}
        {...form.register('organisationId')}
      />
      <div className="admin-map">
        {ground !== undefined && (
          <Suspense fallback={null}>
            <PlacePicker label={t('position')} baseMap={ground} value={position} onChange={([x, y]) => setPosition([x, y])} />
          </Suspense>
        )}
      </div>
      <FieldError id="admin-place-position" error={lost} />
      <FormEnd onCancel={onDone} busy={write.isPending} />
    </form>
  ); // prettier-ignore
}

function MergePart({ code, place, places, onDone }: PlaceDialogProps & { place: ListedPlace }) {
  const t = useTexts(placeTexts);
  const write = useListWrite<PlaceList>(code, placeListQuery(code).queryKey);
  const [into, setInto] = useState('');
  const others = places.filter(({ id, mergedInto }) => id !== place.id && mergedInto === null);
  const other = others.find(({ id }) => id === into);
  if (others.length === 0) return null;
  const merge = async () => {
    if (!other) return;
    // Shown above the list when it is refused.
    await write
      .mutateAsync({
        write: mergePlace(code, place.id, other.id),
        back: mergePlace(code, place.id, null),
        said: t('merged', { name: place.name, other: other.name }),
      })
      .then(onDone, () => undefined);
  };
  return (
    <section className="stack stack--tight">
      <ErrorNotice error={write.error} />
      <Select
        label={t('merge')}
        hint={t('mergeHint')}
        value={into}
        onChange={({ target }) => setInto(target.value)}
        choices={others.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <div>
        <Button disabled={!other} busy={write.isPending} onClick={() => void merge()}>
          {t('mergeDo')}
        </Button>
      </div>
    </section>
  );
}

function at({ position }: ListedPlace): [number, number] {
  return [position[0] ?? 0, position[1] ?? 0];
}

function editOf(place: ListedPlace): PlaceEdit {
  const { name, kind, aliases, organisationId } = place;
  return { name, kind, aliases, organisationId, position: at(place) };
}

function editFrom({ name, kind, aliases, organisationId }: Values, position: readonly [number, number]): PlaceEdit {
  const names = aliases.split('\n').map((one) => one.trim());
  return {
    name,
    kind,
    aliases: names.filter((one) => one !== ''),
    organisationId: organisationId === '' ? null : organisationId,
    position: [...position],
  };
}
