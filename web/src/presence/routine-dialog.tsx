import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { placeProblem } from '../api/form-problems.js';
import type { Problem } from '../api/problem.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { Select } from '../ui/select.js';
import { TextArea, TextField } from '../ui/text-field.js';
import { showToast } from '../ui/toast.js';
import { type Mobilisation, placesQuery, useRemoveMobilisation, useSaveMobilisation } from './mobilisation-api.js';
import { linesOf, readCalls, writeCalls } from './routine-lines.js';
import { mobilisationTexts } from './texts.js';

interface RoutineDialogProps {
  code: string;
  /** Which is changed; a new one when it is not there. */
  routine?: Mobilisation;
  onClose: () => void;
}

/** Writes a routine down: the place, whom to call, what to do. */
export function RoutineDialog({ code, routine, onClose }: RoutineDialogProps) {
  const t = useTexts(mobilisationTexts);
  const places = useQuery(placesQuery(code)).data ?? [];
  const save = useSaveMobilisation(code, routine);
  const [problem, setProblem] = useState<Problem | null>(null);
  const form = useForm({
    defaultValues: {
      placeId: routine?.place.id ?? '',
      name: routine?.name ?? '',
      calls: writeCalls(routine?.calls ?? []),
      steps: (routine?.steps ?? []).join('\n'),
    },
  });
  const { errors } = form.formState;
  const submit = async ({
    placeId,
    name,
    calls,
    steps,
  }: {
    placeId: string;
    name: string;
    calls: string;
    steps: string;
  }) => {
    setProblem(null);
    try {
      await save.mutateAsync({ placeId, name, calls: readCalls(calls), steps: linesOf(steps) });
      showToast({ text: t('saved'), tone: 'good' });
      onClose();
    } catch (error) {
      setProblem(placeProblem(error, form.setError, ['placeId', 'name', 'calls', 'steps']));
    }
  };
  const choices = places.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Dialog open onClose={onClose} title={t(routine === undefined ? 'newTitle' : 'changeTitle')} place="side">
      <form className="stack" noValidate onSubmit={(event) => void form.handleSubmit(submit)(event)}>
        <ErrorNotice error={problem} />
        <Select
          key={choices.length}
          label={t('place')}
          hint={t('placeHint')}
          choices={choices}
          error={errors.placeId?.message}
          {...form.register('placeId', { required: t('placeMissing') })}
        />
        <TextField
          label={t('name')}
          hint={t('nameHint')}
          maxLength={80}
          error={errors.name?.message}
          {...form.register('name', { required: t('nameMissing') })}
        />
        <TextArea
          label={t('callsField')}
          hint={t('callsHint')}
          rows={5}
          error={errors.calls?.message}
          {...form.register('calls')}
        />
        <TextArea label={t('stepsField')} rows={5} error={errors.steps?.message} {...form.register('steps')} />
        <div>
          <Button type="submit" look="primary" busy={save.isPending}>
            {t('save')}
          </Button>
        </div>
      </form>
      {routine !== undefined && <Remove code={code} routine={routine} onDone={onClose} />}
    </Dialog>
  );
}

function Remove({ code, routine, onDone }: { code: string; routine: Mobilisation; onDone: () => void }) {
  const t = useTexts(mobilisationTexts);
  const [sure, setSure] = useState(false);
  const remove = useRemoveMobilisation(code);
  const go = () =>
    remove.mutate(routine.id, {
      onSuccess: () => {
        showToast({ text: t('removed'), tone: 'plain' });
        onDone();
      },
      onError: () => showToast({ text: t('failed'), tone: 'bad' }),
    });
  return (
    <div className="mobilisation-remove">
      <Button look={sure ? 'danger' : 'quiet'} busy={remove.isPending} onClick={() => (sure ? go() : setSure(true))}>
        {t(sure ? 'removeSure' : 'remove')}
      </Button>
    </div>
  );
}
