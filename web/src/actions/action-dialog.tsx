import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Action, organisationsQuery, useChangeAction, useCreateAction } from '../action-form/action-api.js';
import { ActionForm } from '../action-form/action-form.js';
import { uuidv7 } from '../api/uuid.js';
import { Dialog } from '../ui/dialog.js';
import { useTexts } from '../ui/language.js';
import { Skeleton } from '../ui/skeleton.js';
import { showToast } from '../ui/toast.js';
import { actionsTexts } from './texts.js';

interface ActionDialogProps {
  code: string;
  /** Which is changed; a new one when it is not there. */
  action?: Action;
  functionOf?: (organisationId: string) => string | undefined;
  onClose: () => void;
}

/** Writes an action down, or changes one. */
export function ActionDialog({ code, action, functionOf, onClose }: ActionDialogProps) {
  const t = useTexts(actionsTexts);
  const organisations = useQuery(organisationsQuery(code)).data;
  const create = useCreateAction(code);
  const change = useChangeAction(code);
  const [id] = useState(uuidv7);
  return (
    <Dialog open onClose={onClose} title={t(action === undefined ? 'newTitle' : 'changeTitle')} place="side">
      {organisations === undefined ? (
        <Skeleton lines={6} />
      ) : (
        <ActionForm
          organisations={organisations}
          {...(action === undefined ? {} : { values: action })}
          {...(functionOf === undefined ? {} : { functionOf })}
          onCancel={onClose}
          onSave={async (values) => {
            if (action === undefined) await create.mutateAsync({ ...values, id });
            else await change.mutateAsync({ action, change: values });
            showToast({ text: t('saved'), tone: 'good' });
            onClose();
          }}
        />
      )}
    </Dialog>
  );
}
