import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { organisationsQuery } from '../action-form/action-api.js';
import { placeProblem } from '../api/form-problems.js';
import type { Problem } from '../api/problem.js';
import { useMembership } from '../api/session.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { Notice } from '../ui/notice.js';
import { Select } from '../ui/select.js';
import { Skeleton } from '../ui/skeleton.js';
import { TextField } from '../ui/text-field.js';
import { showToast } from '../ui/toast.js';
import { drawTexts } from './draw-texts.js';
import { polygonOf, type Corner, type DrawingState } from './drawing.js';
import { useDraw } from './hotspot-api.js';

interface DrawFormProps {
  code: string;
  corners: readonly Corner[];
  state: DrawingState;
  circle: boolean;
}

interface Values {
  name: string;
  ownerOrganisationId: string;
  ownerFunction: string;
}

const fields = ['name', 'ownerOrganisationId', 'ownerFunction'] as const;

/** What it is called and who answers for it; waits for the organisations so that a choice made beforehand stands in the list. */
export function DrawForm(props: DrawFormProps) {
  const organisations = useQuery(organisationsQuery(props.code));
  if (organisations.data === undefined) {
    return organisations.error ? <ErrorNotice error={organisations.error} /> : <Skeleton lines={4} />;
  }
  return <Form {...props} organisations={organisations.data} />;
}

type FormProps = DrawFormProps & { organisations: readonly { id: string; name: string }[] };

function Form({ code, corners, state, circle, organisations }: FormProps) {
  const t = useTexts(drawTexts);
  const navigate = useNavigate();
  const own = useMembership()?.organisation?.id ?? '';
  const draw = useDraw(code);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [asked, setAsked] = useState(false);
  const { register, handleSubmit, setError, formState } = useForm<Values>({
    defaultValues: { name: '', ownerOrganisationId: own, ownerFunction: '' },
  });
  const { errors, isSubmitting } = formState;
  const save = async (values: Values) => {
    setAsked(true);
    setProblem(null);
    if (state.status !== 'good') return;
    try {
      const made = await draw.mutateAsync({ ...values, polygon: polygonOf(corners), classification: 'open' });
      showToast({ text: t(made.cut ? 'savedCut' : 'saved', { name: made.name }), tone: 'good' });
      await navigate({ to: '/$code/hotspots/$id', params: { code, id: made.id } });
    } catch (error) {
      setProblem(placeProblem(error, setError, [...fields]));
    }
  };
  const filled = (words: string) => ({ validate: (text: string) => text.trim() !== '' || words });
  return (
    <form className="stack" noValidate onSubmit={(event) => void handleSubmit(save)(event)}>
      <ErrorNotice error={problem} />
      {asked && state.status === 'too-few' && (
        <Notice tone="bad" urgent>
          <p>{t(circle ? 'no-circle' : 'too-few')}</p>
        </Notice>
      )}
      <TextField
        label={t('name')}
        hint={t('nameHint')}
        maxLength={80}
        error={errors.name?.message}
        {...register('name', filled(t('nameMissing')))}
      />
      <Select
        label={t('owner')}
        choices={organisations.map(({ id, name }) => ({ value: id, label: name }))}
        error={errors.ownerOrganisationId?.message}
        {...register('ownerOrganisationId', { required: t('ownerMissing') })}
      />
      <TextField
        label={t('ownerFunction')}
        hint={t('ownerFunctionHint')}
        maxLength={80}
        error={errors.ownerFunction?.message}
        {...register('ownerFunction', filled(t('ownerFunctionMissing')))}
      />
      <div>
        <Button type="submit" look="primary" busy={isSubmitting}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
