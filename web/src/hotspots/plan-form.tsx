import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  organisationsQuery,
  useAnswerAction,
  useChangeAction,
  useCreateAction,
  type Action,
  type ActionGrade,
} from '../action-form/action-api.js';
import { ActionForm, type ActionValues } from '../action-form/action-form.js';
import { uuidv7 } from '../api/uuid.js';
import { useTexts } from '../ui/language.js';
import { Select } from '../ui/select.js';
import { Skeleton } from '../ui/skeleton.js';
import { showToast } from '../ui/toast.js';
import type { Cause } from './cause-api.js';
import { workTexts } from './work-texts.js';

interface PlanFormProps {
  code: string;
  hotspotId: string;
  causes: readonly Cause[];
  /** `null`: a new one. */
  action: Action | null;
  onDone: () => void;
}

const grades = ['green', 'yellow', 'red'] as const satisfies readonly ActionGrade[];

/** An action of the plan: which cause it answers, what, who and when, and afterwards how it went. */
export function PlanForm({ code, hotspotId, causes, action, onDone }: PlanFormProps) {
  const t = useTexts(workTexts);
  const [id] = useState(uuidv7);
  const [causeId, setCauseId] = useState(action?.causeId ?? '');
  const [grade, setGrade] = useState<string>(action?.grade ?? '');
  const organisations = useQuery(organisationsQuery(code)).data;
  const create = useCreateAction(code);
  const change = useChangeAction(code);
  const answerAction = useAnswerAction(code);
  const save = async (values: ActionValues) => {
    const named = { ...values, causeId: causeId === '' ? null : causeId };
    if (action === null) await create.mutateAsync({ ...named, id, hotspotId });
    else {
      await change.mutateAsync({ action, change: named });
      const next = grades.find((one) => one === grade) ?? null;
      if (next !== action.grade)
        await answerAction.mutateAsync({ action, answer: { status: action.status, grade: next } });
    }
    showToast({ text: t('actionSaved'), tone: 'good' });
    onDone();
  };
  if (organisations === undefined) return <Skeleton lines={6} />;
  return (
    <div className="stack">
      {causes.length > 0 && (
        <Select
          label={t('answersCause')}
          optional
          placeholder={t('noCause')}
          choices={causes.map((cause) => ({ value: cause.id, label: cause.text }))}
          value={causeId}
          onChange={({ target }) => setCauseId(target.value)}
        />
      )}
      {action !== null && (
        <Select
          label={t('gradeLabel')}
          optional
          placeholder={t('noGrade')}
          choices={grades.map((value) => ({ value, label: t(value) }))}
          value={grade}
          onChange={({ target }) => setGrade(target.value)}
        />
      )}
      <ActionForm
        onSave={save}
        onCancel={onDone}
        organisations={organisations}
        {...(action === null ? {} : { values: valuesOf(action) })}
      />
    </div>
  );
}

function valuesOf(action: Action): ActionValues {
  const { what, organisationId, ownerFunction, due, followUpOn, cause, goal, scope, followUp } = action;
  const { registrationNumber, secrecyBasis, secrecyBy, classification, escalated } = action;
  const plan = { what, organisationId, ownerFunction, due, followUpOn, cause, goal, scope, followUp };
  return { ...plan, registrationNumber, secrecyBasis, secrecyBy, classification, escalated };
}
