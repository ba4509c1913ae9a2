import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useForm } from 'react-hook-form';
import { placeProblem } from '../api/form-problems.js';
import type { Problem } from '../api/problem.js';
import { useMembership } from '../api/session.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { Select } from '../ui/select.js';
import { Skeleton } from '../ui/skeleton.js';
import { TextField } from '../ui/text-field.js';
import { showToast } from '../ui/toast.js';
import { ownersQuery, useAdopt, type Cluster } from './map-api.js';
import { mapViewTexts } from './texts.js';

interface AdoptProps {
  code: string;
  cluster: Cluster;
  open: boolean;
  onClose: () => void;
  /** Goes to the new hot spot. */
  select: (id: string) => void;
}

interface Values {
  name: string;
  ownerOrganisationId: string;
  ownerFunction: string;
}

/** *Ta upp som hot spot*: what it is called and who answers for it. */
export function AdoptDialog(props: AdoptProps) {
  const { open, onClose } = props;
  const t = useTexts(mapViewTexts);
  const formId = useId();
  const [busy, setBusy] = useState(false);
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('adoptTitle')}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" type="submit" form={formId} busy={busy}>
            {t('adopt')}
          </Button>
        </>
      }
    >
      <AdoptWithOwners {...props} formId={formId} onBusy={setBusy} />
    </Dialog>
  );
}

type FormProps = AdoptProps & {
  formId: string;
  onBusy: (busy: boolean) => void;
  organisations: readonly { id: string; name: string }[];
};

/** The form waits for the organisations: a choice made beforehand must stand in the list when the list appears. */
function AdoptWithOwners(props: Omit<FormProps, 'organisations'>) {
  const organisations = useQuery(ownersQuery(props.code));
  if (organisations.error) return <ErrorNotice error={organisations.error} />;
  if (organisations.data === undefined) return <Skeleton lines={4} />;
  return <AdoptForm {...props} organisations={organisations.data} />;
}

function AdoptForm({ code, cluster, select, onClose, formId, onBusy, organisations }: FormProps) {
  const t = useTexts(mapViewTexts);
  const own = useMembership()?.organisation?.id ?? '';
  const { handleSubmit, register, setError, formState } = useForm<Values>({
    defaultValues: { name: cluster.name ?? '', ownerOrganisationId: own, ownerFunction: '' },
  });
  const adopt = useAdopt(code);
  const [problem, setProblem] = useState<Problem | null>(null);
  const save = async (values: Values) => {
    setProblem(null);
    onBusy(true);
    try {
      const hotspot = await adopt.mutateAsync({ ...values, clusterId: cluster.id, classification: 'open' });
      onClose();
      select(hotspot.id);
      showToast({ text: t('adopted', { name: hotspot.name }), tone: 'good' });
    } catch (error) {
      setProblem(placeProblem(error, setError, ['name', 'ownerOrganisationId', 'ownerFunction']));
    } finally {
      onBusy(false);
    }
  };
  const { errors } = formState;
  return (
    <form id={formId} className="stack" noValidate onSubmit={(event) => void handleSubmit(save)(event)}>
      <p>{t('adoptLead')}</p>
      <ErrorNotice error={problem} />
      <TextField
        label={t('adoptName')}
        hint={t('adoptNameHint')}
        maxLength={80}
        error={errors.name?.message}
        {...register('name', { validate: (value) => value.trim() !== '' || t('adoptNameMissing') })}
      />
      <Select
        label={t('adoptOwner')}
        choices={organisations.map(({ id, name }) => ({ value: id, label: name }))}
        error={errors.ownerOrganisationId?.message}
        {...register('ownerOrganisationId', { required: t('adoptOwnerMissing') })}
      />
      <TextField
        label={t('adoptFunction')}
        hint={t('adoptFunctionHint')}
        maxLength={80}
        error={errors.ownerFunction?.message}
        {...register('ownerFunction', { validate: (value) => value.trim() !== '' || t('adoptFunctionMissing') })}
      />
    </form>
  );
}
